"""A demo to try the app on: the programme of made-up organisations, laid around today."""
