"""Attendance as a file: for the accounts of the programme, and for who pays."""
