"""Rendering: Word files to pages through LibreOffice, pages to measures and pictures. It judges nothing."""
