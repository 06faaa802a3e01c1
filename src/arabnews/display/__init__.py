"""Displays: an analysis to look at, right to left: as a page, and as text in a terminal."""
