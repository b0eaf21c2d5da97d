-- AlterTable
ALTER TABLE "inhabitants" ADD COLUMN     "over_65" INTEGER;
