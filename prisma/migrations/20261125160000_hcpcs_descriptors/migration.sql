-- The descriptors of HCPCS Level II, which CMS publishes each quarter. One file is in use at a time.
CREATE TABLE "descriptor_files" (
    "sha256" TEXT NOT NULL,
    "edition" DATE NOT NULL,
    "file_name" TEXT NOT NULL,
    "codes" INTEGER NOT NULL,
    "installed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "descriptor_files_pkey" PRIMARY KEY ("sha256")
);

CREATE TABLE "hcpcs_descriptors" (
    "code" CHAR(5) NOT NULL,
    "short_description" TEXT NOT NULL,
    "long_description" TEXT NOT NULL,
    "added_on" DATE,
    "ends_on" DATE,

    CONSTRAINT "hcpcs_descriptors_pkey" PRIMARY KEY ("code")
);

-- The D codes belong to the American Dental Association, and level I to the American Medical Association.
ALTER TABLE hcpcs_descriptors ADD CONSTRAINT hcpcs_descriptors_public CHECK (code ~ '^[A-CE-V][0-9]{4}$');

-- Public knowledge: everyone reads, imports write.
GRANT SELECT ON descriptor_files, hcpcs_descriptors TO rvu_edge_app, rvu_edge_auth, rvu_edge_import, rvu_edge_job;
GRANT INSERT, UPDATE, DELETE ON descriptor_files, hcpcs_descriptors TO rvu_edge_import;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON descriptor_files, hcpcs_descriptors TO rvu_edge_backup;
