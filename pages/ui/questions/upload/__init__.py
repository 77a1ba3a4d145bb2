"""What the page of uploading says and draws of a file that was handed in."""
