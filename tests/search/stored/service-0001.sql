BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE corrections (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	sha256 TEXT NOT NULL,
	field TEXT NOT NULL,
	printed TEXT NOT NULL,
	corrected TEXT NOT NULL,
	body TEXT NOT NULL,
	date TEXT NOT NULL,
	item TEXT NOT NULL,
	title TEXT NOT NULL,
	who TEXT NOT NULL,
	"when" TEXT NOT NULL,
	ended TEXT NOT NULL,
	ended_by TEXT NOT NULL
);
INSERT INTO "corrections" VALUES(1,'62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','presenter','Second Person','Third Person','Board','2025-01-16','7','Winter funding','A Secretary','2026-11-26T14:54:57.547+00:00','','');
CREATE TABLE jobs (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	upload TEXT NOT NULL,
	kind TEXT NOT NULL,
	collection TEXT NOT NULL,
	state TEXT NOT NULL,
	beside INTEGER NOT NULL,
	attempts INTEGER NOT NULL,
	stage TEXT NOT NULL,
	pages INTEGER NOT NULL,
	passages INTEGER NOT NULL,
	done INTEGER NOT NULL,
	reason TEXT NOT NULL,
	who TEXT NOT NULL,
	made TEXT NOT NULL,
	begun TEXT NOT NULL,
	ended TEXT NOT NULL,
	FOREIGN KEY(upload) REFERENCES uploads (id) ON DELETE CASCADE
);
INSERT INTO "jobs" VALUES(1,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T14:54:54.558+00:00','2026-11-26T14:54:54.590+00:00','2026-11-26T14:54:56.317+00:00');
INSERT INTO "jobs" VALUES(2,'62da0648adf2','publish','public','done',0,1,'',1,6,6,'','A Secretary','2026-11-26T14:54:56.344+00:00','2026-11-26T14:54:56.378+00:00','2026-11-26T14:54:57.522+00:00');
INSERT INTO "jobs" VALUES(3,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T14:54:57.562+00:00','2026-11-26T14:54:57.602+00:00','2026-11-26T14:54:58.572+00:00');
INSERT INTO "jobs" VALUES(4,'62da0648adf2','publish','public','done',0,1,'',1,6,0,'','A Secretary','2026-11-26T14:54:57.562+00:00','2026-11-26T14:54:58.591+00:00','2026-11-26T14:54:59.786+00:00');
CREATE TABLE unanswered (
	day TEXT NOT NULL,
	question TEXT NOT NULL,
	reason TEXT NOT NULL,
	count INTEGER NOT NULL,
	PRIMARY KEY (day, question, reason)
);
CREATE TABLE uploads (
	id TEXT NOT NULL,
	name TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	media TEXT NOT NULL,
	size INTEGER NOT NULL,
	who TEXT NOT NULL,
	added TEXT NOT NULL,
	state TEXT NOT NULL,
	collection TEXT NOT NULL,
	reason TEXT NOT NULL,
	review TEXT NOT NULL,
	PRIMARY KEY (id),
	UNIQUE (sha256)
);
INSERT INTO "uploads" VALUES('62da0648adf2','2025-01-board.md','62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','markdown',579,'A Secretary','2026-11-26T14:54:54.547+00:00','published','public','','{"pages":1,"passages":6,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-01-16","read_body":"Board","read_date":"2025-01-16","printed":"16 January 2025","note":"","kind":"minutes","page":1,"attendance":2,"items":[{"number":"7","title":"Winter funding","presenters":["Third Person"],"read":"Second Person","source":"corrected","page":1,"decisions":[{"verb":"approved","text":"The Board approved winter funding of £2.4 million for community beds.","page":1}],"actions":[]},{"number":"8","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"deferred","text":"The Board deferred the estates strategy to its next meeting.","page":1}],"actions":[]}]}],"warnings":[{"kind":"corrected","text":"Board, 16 January 2025, item 7: presenter corrected from \"Second Person\" to \"Third Person\"","page":1}],"older":[]}');
CREATE TABLE votes (
	day TEXT NOT NULL,
	kind TEXT NOT NULL,
	about TEXT NOT NULL,
	useful INTEGER NOT NULL,
	count INTEGER NOT NULL,
	PRIMARY KEY (day, kind, about, useful)
);
INSERT INTO "votes" VALUES('2026-11-26','answer','winter funding',1,1);
CREATE INDEX jobs_state ON jobs (state);
CREATE INDEX jobs_upload ON jobs (upload);
CREATE INDEX corrections_sha256 ON corrections (sha256);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('jobs',4);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
COMMIT;
