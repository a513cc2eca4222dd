"""The figures of README's performance table, each measured beside its floor in the same run."""
