-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "chain" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "kern" TEXT,
    "organisation" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "valid_until" TIMESTAMPTZ(3) NOT NULL,
    "used" BOOLEAN NOT NULL DEFAULT false,
    "request" BYTEA,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "self_starts" (
    "case_id" UUID NOT NULL,
    "account" UUID NOT NULL,

    CONSTRAINT "self_starts_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitations_code_hash_key" ON "invitations"("code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_request_key" ON "invitations"("request");

-- CreateIndex
CREATE INDEX "invitations_organisation_given_at_id_idx" ON "invitations"("organisation", "given_at", "id");

-- CreateIndex
CREATE INDEX "self_starts_account_idx" ON "self_starts"("account");
