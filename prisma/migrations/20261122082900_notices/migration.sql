-- CreateIndex
CREATE INDEX "messages_organisation_at_id_idx" ON "messages"("organisation", "at", "id");
