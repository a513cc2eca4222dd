"""What every feature stands on: database, clock, ids, errors. Imports no feature and no Flask."""
