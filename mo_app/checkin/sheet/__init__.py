"""The sign-in sheet of an event, for who signs on paper: as a page to print, and as PDF."""
