BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE api_keys (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	scopes TEXT NOT NULL, 
	made TEXT NOT NULL, 
	expires TEXT NOT NULL, 
	revoked TEXT NOT NULL, 
	used TEXT NOT NULL, 
	UNIQUE (hash)
);
INSERT INTO "api_keys" VALUES(1,'program','301e5ee0127419998f26fdf3954813320d9444437100b5973938064a737d3259','read:public upload','2026-11-26T18:14:59.050+00:00','2027-11-26T18:14:59.050+00:00','','');
INSERT INTO "api_keys" VALUES(2,'other program','5cfb8559dd576a7c30fb3c68f1505e17b67f10d1e09056f9d330123a715562a5','read:public','2026-11-26T18:14:59.050+00:00','2027-11-26T18:14:59.050+00:00','2026-11-26T18:14:59.051+00:00','');
CREATE TABLE audit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	name TEXT NOT NULL, 
	deed TEXT NOT NULL, 
	about TEXT NOT NULL, 
	detail TEXT NOT NULL, 
	"before" TEXT NOT NULL, 
	hash TEXT NOT NULL
);
INSERT INTO "audit" VALUES(1,'2026-11-26T18:14:51.837+00:00','','A Secretary','upload','62da0648adf2','2025-01-board.md','0000000000000000000000000000000000000000000000000000000000000000','b7bd5e4909993ab823a076987c2362501bd61f78e421d6f4e550c13f55edb588');
INSERT INTO "audit" VALUES(2,'2026-11-26T18:14:52.808+00:00','','A Secretary','publish','62da0648adf2','public','b7bd5e4909993ab823a076987c2362501bd61f78e421d6f4e550c13f55edb588','ffaaf175f9445742aa6cc1a6fca139d72e34d47a0e155aaf2e6de5f9bd8bd701');
INSERT INTO "audit" VALUES(3,'2026-11-26T18:14:54.060+00:00','','A Secretary','correct','62da0648adf2','presenter','ffaaf175f9445742aa6cc1a6fca139d72e34d47a0e155aaf2e6de5f9bd8bd701','b2bd83c116a9aa487ef9b0d62172fd2334e773850ea6c532744e34853c75c6a5');
INSERT INTO "audit" VALUES(4,'2026-11-26T18:14:56.695+00:00','','A Secretary','upload','5f3f0de2374a','2025-03-board.md','b2bd83c116a9aa487ef9b0d62172fd2334e773850ea6c532744e34853c75c6a5','e80284f336ffeb1864772f4c4296980f8ce773288776e0669bec274fdc15bce1');
INSERT INTO "audit" VALUES(5,'2026-11-26T18:14:57.616+00:00','','A Secretary','publish','5f3f0de2374a','restricted','e80284f336ffeb1864772f4c4296980f8ce773288776e0669bec274fdc15bce1','46f19b639f1f94e6ee216eb066a32ff18949e2558da51105c1759959931aba31');
INSERT INTO "audit" VALUES(6,'2026-11-26T18:14:58.890+00:00','','A Secretary','withdraw','5f3f0de2374a','restricted','46f19b639f1f94e6ee216eb066a32ff18949e2558da51105c1759959931aba31','7c486bb80dcbb2f73f516de7a6797281c93b3be5d72f0acdca5cdef6e810e546');
INSERT INTO "audit" VALUES(7,'2026-11-26T18:14:59.052+00:00','key:1','program','read','/decisions','','7c486bb80dcbb2f73f516de7a6797281c93b3be5d72f0acdca5cdef6e810e546','7a93dcec0f0e2761e50d4e6a3e61254ec70ddbe0e8f9ab59503f67ca1a579d8c');
CREATE TABLE chosen (
	draft TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (draft, matter), 
	FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE CASCADE
);
INSERT INTO "chosen" VALUES('5bbd674964680e13','matter-1',1,'');
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
INSERT INTO "corrections" VALUES(1,'62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','presenter','Second Person','Third Person','Board','2025-01-16','7','Winter funding','A Secretary','2026-11-26T18:14:54.059+00:00','','');
CREATE TABLE drafts (
	id TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	name TEXT NOT NULL, 
	who TEXT NOT NULL, 
	made TEXT NOT NULL, 
	used TEXT NOT NULL, 
	proposal TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "drafts" VALUES('5bbd674964680e13','p1','draft.md','A Person','2026-11-26T18:14:59.054+00:00','2026-11-26','{"title":"Winter funding","purpose":"","recommendations":["approve the winter funding"],"subject":"","bodies":[],"money":[],"processes":[]}');
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
INSERT INTO "jobs" VALUES(1,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:51.831+00:00','2026-11-26T18:14:51.858+00:00','2026-11-26T18:14:52.783+00:00');
INSERT INTO "jobs" VALUES(2,'62da0648adf2','publish','public','done',0,1,'',1,6,6,'','A Secretary','2026-11-26T18:14:52.809+00:00','2026-11-26T18:14:52.821+00:00','2026-11-26T18:14:54.047+00:00');
INSERT INTO "jobs" VALUES(3,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:54.065+00:00','2026-11-26T18:14:54.078+00:00','2026-11-26T18:14:55.014+00:00');
INSERT INTO "jobs" VALUES(4,'62da0648adf2','publish','public','done',0,1,'',1,6,0,'','A Secretary','2026-11-26T18:14:54.065+00:00','2026-11-26T18:14:55.022+00:00','2026-11-26T18:14:56.425+00:00');
INSERT INTO "jobs" VALUES(5,'5f3f0de2374a','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:56.694+00:00','2026-11-26T18:14:56.705+00:00','2026-11-26T18:14:57.606+00:00');
INSERT INTO "jobs" VALUES(6,'5f3f0de2374a','publish','restricted','done',0,1,'',1,5,5,'','A Secretary','2026-11-26T18:14:57.616+00:00','2026-11-26T18:14:57.637+00:00','2026-11-26T18:14:58.862+00:00');
INSERT INTO "jobs" VALUES(7,'5f3f0de2374a','withdraw','restricted','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:58.890+00:00','2026-11-26T18:14:58.901+00:00','2026-11-26T18:14:59.034+00:00');
CREATE TABLE secrets (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE sessions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	token TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	began TEXT NOT NULL, 
	seen TEXT NOT NULL, 
	ends TEXT NOT NULL, 
	UNIQUE (token)
);
INSERT INTO "sessions" VALUES(1,'3822c040fac465182c2dec3fd01ac782079338f63dcdcae9e77b328b551a266a','p1','A Person','staff','2026-11-26T18:14:59.049+00:00','2026-11-26T18:14:59.049+00:00','2026-11-27T02:14:59.049+00:00');
CREATE TABLE shut_out (
	subject TEXT NOT NULL, 
	document TEXT NOT NULL, 
	who TEXT NOT NULL, 
	since TEXT NOT NULL, 
	PRIMARY KEY (subject, document)
);
INSERT INTO "shut_out" VALUES('p2','62da0648adf2','a clerk','2026-11-26T18:14:59.051+00:00');
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
INSERT INTO "uploads" VALUES('62da0648adf2','2025-01-board.md','62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','markdown',579,'A Secretary','2026-11-26T18:14:51.830+00:00','published','public','','{"pages":1,"passages":6,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-01-16","read_body":"Board","read_date":"2025-01-16","printed":"16 January 2025","note":"","kind":"minutes","page":1,"attendance":2,"items":[{"number":"7","title":"Winter funding","presenters":["Third Person"],"read":"Second Person","source":"corrected","page":1,"decisions":[{"verb":"approved","text":"The Board approved winter funding of £2.4 million for community beds.","page":1}],"actions":[]},{"number":"8","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"deferred","text":"The Board deferred the estates strategy to its next meeting.","page":1}],"actions":[]}]}],"warnings":[{"kind":"corrected","text":"Board, 16 January 2025, item 7: presenter corrected from \"Second Person\" to \"Third Person\"","page":1}],"older":[]}');
INSERT INTO "uploads" VALUES('5f3f0de2374a','2025-03-board.md','5f3f0de2374aeb1bdeac43d2c27a59a66b1fbd7eb9e10c07856dbc7b500c4e13','markdown',452,'A Secretary','2026-11-26T18:14:56.693+00:00','read','','','{"pages":1,"passages":5,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-03-13","read_body":"Board","read_date":"2025-03-13","printed":"13 March 2025","note":"","kind":"minutes","page":1,"attendance":0,"items":[{"number":"6","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"approved","text":"The Board approved the estates strategy.","page":1}],"actions":[]},{"number":"7","title":"Ambulance handovers","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"noted","text":"The Board noted the report on ambulance handovers.","page":1}],"actions":[]}]}],"warnings":[],"older":[]}');
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
CREATE INDEX sessions_subject ON sessions (subject);
CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
CREATE TRIGGER audit_whole BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
CREATE TRIGGER audit_added BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'the audit log is only ever added to'); END;
CREATE INDEX drafts_owner ON drafts (owner);
CREATE INDEX drafts_used ON drafts (used);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('jobs',7);
INSERT INTO "sqlite_sequence" VALUES('audit',7);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('sessions',1);
INSERT INTO "sqlite_sequence" VALUES('api_keys',2);
COMMIT;
