-- In a chain whose existence is confidential every practice has a dossier of its own of the same person.
ALTER TABLE "residents" ADD COLUMN "circle" TEXT;
