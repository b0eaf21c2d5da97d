-- CreateTable
CREATE TABLE "case_stories" (
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "resident" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "story" JSONB NOT NULL,

    CONSTRAINT "case_stories_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "releases" (
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "cases" INTEGER NOT NULL,
    "periods" TEXT[],

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figures" (
    "release" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "figures_pkey" PRIMARY KEY ("release","route","by","place","period")
);

-- CreateTable
CREATE TABLE "inhabitants" (
    "municipality" TEXT NOT NULL,
    "inhabitants" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "date" DATE NOT NULL,

    CONSTRAINT "inhabitants_pkey" PRIMARY KEY ("municipality")
);

-- CreateIndex
CREATE INDEX "case_stories_resident_case_id_idx" ON "case_stories"("resident", "case_id");

-- CreateIndex
CREATE INDEX "case_stories_started_at_idx" ON "case_stories"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "releases_number_key" ON "releases"("number");

-- AddForeignKey
ALTER TABLE "figures" ADD CONSTRAINT "figures_release_fkey" FOREIGN KEY ("release") REFERENCES "releases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published is never changed, and never taken away.
CREATE TRIGGER releases_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON releases FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER figures_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON figures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
