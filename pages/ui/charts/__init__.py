"""A chart is a function: a frame in, a figure out. It knows no screen, no database and no words of its own."""
