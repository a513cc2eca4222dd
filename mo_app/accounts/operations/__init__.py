"""The only writes to accounts."""
