"""One module for each kind of file. All parsing runs in the child process, never in the server."""
