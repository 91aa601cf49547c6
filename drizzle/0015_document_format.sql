-- Reports are also made as Word documents; those that were asked for before are PDFs.
ALTER TABLE report_jobs ADD COLUMN format TEXT NOT NULL DEFAULT 'pdf' CHECK (format IN ('pdf', 'docx'));
