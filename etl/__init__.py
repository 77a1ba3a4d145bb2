"""Spreadsheets in, checked observations and a read-only database out."""
