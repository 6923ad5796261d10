-- AlterTable
ALTER TABLE "case_lines" ADD COLUMN     "manual" JSONB;
