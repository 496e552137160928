BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
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
INSERT INTO "api_keys" VALUES(1,'program','1be36164e2b5f910972803b5e06b83066717b1aa3e179d32a05c74d1cce00520','read:public upload','2026-11-26T18:15:10.113+00:00','2027-11-26T18:15:10.113+00:00','','');
INSERT INTO "api_keys" VALUES(2,'other program','b461bf532db36995310f3e1c2f4aacd4ba2df497748cd20c476327ff8869fe89','read:public','2026-11-26T18:15:10.114+00:00','2027-11-26T18:15:10.114+00:00','2026-11-26T18:15:10.114+00:00','');
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
INSERT INTO "audit" VALUES(1,'2026-11-26T18:15:02.954+00:00','','A Secretary','upload','62da0648adf2','2025-01-board.md','0000000000000000000000000000000000000000000000000000000000000000','4fbc7f45081f92b8500d3a934f1fb451274b9b302347384588ff47e56e3dcde5');
INSERT INTO "audit" VALUES(2,'2026-11-26T18:15:04.178+00:00','','A Secretary','publish','62da0648adf2','public','4fbc7f45081f92b8500d3a934f1fb451274b9b302347384588ff47e56e3dcde5','eaeb02887412ec443299bb785c4029ddc1642b7b4e22574e4d24dd043bb3a161');
INSERT INTO "audit" VALUES(3,'2026-11-26T18:15:05.828+00:00','','A Secretary','correct','62da0648adf2','presenter','eaeb02887412ec443299bb785c4029ddc1642b7b4e22574e4d24dd043bb3a161','a063996c436df18e21b16542a878aa7277dd16b75c4b5466090d05bb978c75ad');
INSERT INTO "audit" VALUES(4,'2026-11-26T18:15:07.979+00:00','','A Secretary','upload','5f3f0de2374a','2025-03-board.md','a063996c436df18e21b16542a878aa7277dd16b75c4b5466090d05bb978c75ad','516f88c172fe6b82dc37f0d9ca3400716ded38b8988c62299b9528385277fb26');
INSERT INTO "audit" VALUES(5,'2026-11-26T18:15:08.858+00:00','','A Secretary','publish','5f3f0de2374a','restricted','516f88c172fe6b82dc37f0d9ca3400716ded38b8988c62299b9528385277fb26','f9b64093bdca9134d93f375c5da35cbc77e41ebaecce997e1feec166e0cadb36');
INSERT INTO "audit" VALUES(6,'2026-11-26T18:15:09.962+00:00','','A Secretary','withdraw','5f3f0de2374a','restricted','f9b64093bdca9134d93f375c5da35cbc77e41ebaecce997e1feec166e0cadb36','2fc7aaeeeec949d3430a46f890a27b93dd5aecf6967774853eb794cef04e0bef');
INSERT INTO "audit" VALUES(7,'2026-11-26T18:15:10.115+00:00','key:1','program','read','/decisions','','2fc7aaeeeec949d3430a46f890a27b93dd5aecf6967774853eb794cef04e0bef','7f5434753ee695d5a8805e3b8f888773b546296b3747c6ffe21395d116484001');
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
INSERT INTO "corrections" VALUES(1,'62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','presenter','Second Person','Third Person','Board','2025-01-16','7','Winter funding','A Secretary','2026-11-26T18:15:05.827+00:00','','');
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
INSERT INTO "jobs" VALUES(1,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:02.953+00:00','2026-11-26T18:15:02.990+00:00','2026-11-26T18:15:04.155+00:00');
INSERT INTO "jobs" VALUES(2,'62da0648adf2','publish','public','done',0,1,'',1,6,6,'','A Secretary','2026-11-26T18:15:04.179+00:00','2026-11-26T18:15:04.190+00:00','2026-11-26T18:15:05.792+00:00');
INSERT INTO "jobs" VALUES(3,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:05.837+00:00','2026-11-26T18:15:05.850+00:00','2026-11-26T18:15:06.894+00:00');
INSERT INTO "jobs" VALUES(4,'62da0648adf2','publish','public','done',0,1,'',1,6,0,'','A Secretary','2026-11-26T18:15:05.838+00:00','2026-11-26T18:15:06.910+00:00','2026-11-26T18:15:07.794+00:00');
INSERT INTO "jobs" VALUES(5,'5f3f0de2374a','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:07.978+00:00','2026-11-26T18:15:07.986+00:00','2026-11-26T18:15:08.834+00:00');
INSERT INTO "jobs" VALUES(6,'5f3f0de2374a','publish','restricted','done',0,1,'',1,5,5,'','A Secretary','2026-11-26T18:15:08.858+00:00','2026-11-26T18:15:08.873+00:00','2026-11-26T18:15:09.945+00:00');
INSERT INTO "jobs" VALUES(7,'5f3f0de2374a','withdraw','restricted','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:09.962+00:00','2026-11-26T18:15:09.972+00:00','2026-11-26T18:15:10.098+00:00');
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
INSERT INTO "sessions" VALUES(1,'c12043aaa3394e40e8dd5b968c947db4b4cd5fb67e3063bcde16025923c03d0c','p1','A Person','staff','2026-11-26T18:15:10.113+00:00','2026-11-26T18:15:10.113+00:00','2026-11-27T02:15:10.113+00:00');
CREATE TABLE shut_out (
	subject TEXT NOT NULL, 
	document TEXT NOT NULL, 
	who TEXT NOT NULL, 
	since TEXT NOT NULL, 
	PRIMARY KEY (subject, document)
);
INSERT INTO "shut_out" VALUES('p2','62da0648adf2','a clerk','2026-11-26T18:15:10.114+00:00');
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
INSERT INTO "uploads" VALUES('62da0648adf2','2025-01-board.md','62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','markdown',579,'A Secretary','2026-11-26T18:15:02.942+00:00','published','public','','{"pages":1,"passages":6,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-01-16","read_body":"Board","read_date":"2025-01-16","printed":"16 January 2025","note":"","kind":"minutes","page":1,"attendance":2,"items":[{"number":"7","title":"Winter funding","presenters":["Third Person"],"read":"Second Person","source":"corrected","page":1,"decisions":[{"verb":"approved","text":"The Board approved winter funding of £2.4 million for community beds.","page":1}],"actions":[]},{"number":"8","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"deferred","text":"The Board deferred the estates strategy to its next meeting.","page":1}],"actions":[]}]}],"warnings":[{"kind":"corrected","text":"Board, 16 January 2025, item 7: presenter corrected from \"Second Person\" to \"Third Person\"","page":1}],"older":[]}');
INSERT INTO "uploads" VALUES('5f3f0de2374a','2025-03-board.md','5f3f0de2374aeb1bdeac43d2c27a59a66b1fbd7eb9e10c07856dbc7b500c4e13','markdown',452,'A Secretary','2026-11-26T18:15:07.977+00:00','read','','','{"pages":1,"passages":5,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-03-13","read_body":"Board","read_date":"2025-03-13","printed":"13 March 2025","note":"","kind":"minutes","page":1,"attendance":0,"items":[{"number":"6","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"approved","text":"The Board approved the estates strategy.","page":1}],"actions":[]},{"number":"7","title":"Ambulance handovers","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"noted","text":"The Board noted the report on ambulance handovers.","page":1}],"actions":[]}]}],"warnings":[],"older":[]}');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('jobs',7);
INSERT INTO "sqlite_sequence" VALUES('audit',7);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('sessions',1);
INSERT INTO "sqlite_sequence" VALUES('api_keys',2);
COMMIT;
