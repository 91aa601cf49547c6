ALTER TABLE province ADD COLUMN parsed TEXT; -- JSON of what the program reads in the profile; NULL = not read yet
