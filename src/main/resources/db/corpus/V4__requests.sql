-- What asked for a change or brought a proposal, e.g. a message: asked again after a crash, it finds what it did.
ALTER TABLE document_change ADD COLUMN request TEXT;
CREATE UNIQUE INDEX document_change_by_request ON document_change (request) WHERE request IS NOT NULL;

ALTER TABLE proposal ADD COLUMN request TEXT;
CREATE UNIQUE INDEX proposal_by_request ON proposal (request) WHERE request IS NOT NULL;
