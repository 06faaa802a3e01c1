"""Exports: an analysis as JSON, as tables, as the annotation formats of other tools."""
