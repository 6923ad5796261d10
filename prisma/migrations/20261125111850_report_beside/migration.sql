-- A report of two answers side by side keeps the second one too. Grants and policies are of the whole row already.

-- AlterTable
ALTER TABLE "reports" ADD COLUMN "beside" JSONB;
