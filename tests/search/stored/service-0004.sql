BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
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
INSERT INTO "api_keys" VALUES(1,'program','dd1b438a220adced61ecf9ebddb6251266b61d31fdaf2fb28a5bcee3541130b8','read:public upload','2026-11-26T18:14:48.973+00:00','2027-11-26T18:14:48.973+00:00','','');
INSERT INTO "api_keys" VALUES(2,'other program','2d7e328a4314e4dc41f9bf443e724d0f9371b65eff358c68c5ab6b693f79de91','read:public','2026-11-26T18:14:48.973+00:00','2027-11-26T18:14:48.973+00:00','2026-11-26T18:14:48.973+00:00','');
CREATE TABLE asked_for (
	day TEXT NOT NULL, 
	who TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	PRIMARY KEY (day, who)
);
INSERT INTO "asked_for" VALUES('2026-11-26','client',1);
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
INSERT INTO "audit" VALUES(1,'2026-11-26T18:14:42.162+00:00','','A Secretary','upload','62da0648adf2','2025-01-board.md','0000000000000000000000000000000000000000000000000000000000000000','75e12f090eea83acab16fc394dadb283f0c88d42d9beff18a36b2048f308eec9');
INSERT INTO "audit" VALUES(2,'2026-11-26T18:14:43.298+00:00','','A Secretary','publish','62da0648adf2','public','75e12f090eea83acab16fc394dadb283f0c88d42d9beff18a36b2048f308eec9','650ac0ec35c7f01d3bd06448629f2340d18c7ca1c2e00df44df365df78f1f487');
INSERT INTO "audit" VALUES(3,'2026-11-26T18:14:44.828+00:00','','A Secretary','correct','62da0648adf2','presenter','650ac0ec35c7f01d3bd06448629f2340d18c7ca1c2e00df44df365df78f1f487','f6b898afdefcaecd4e1d8e46992debfcf644c97f6f121083a332db64e4edb651');
INSERT INTO "audit" VALUES(4,'2026-11-26T18:14:47.147+00:00','','A Secretary','upload','5f3f0de2374a','2025-03-board.md','f6b898afdefcaecd4e1d8e46992debfcf644c97f6f121083a332db64e4edb651','5c285aaeb1a1ce19f6eadc8bc3829ff00235ad48b7fe7e15ffc8bb3c2e68816e');
INSERT INTO "audit" VALUES(5,'2026-11-26T18:14:47.919+00:00','','A Secretary','publish','5f3f0de2374a','restricted','5c285aaeb1a1ce19f6eadc8bc3829ff00235ad48b7fe7e15ffc8bb3c2e68816e','284a595bf100b598cc5cd29a1bd4636bdd677bf59bb4cad94b85ee92f359cb75');
INSERT INTO "audit" VALUES(6,'2026-11-26T18:14:48.803+00:00','','A Secretary','withdraw','5f3f0de2374a','restricted','284a595bf100b598cc5cd29a1bd4636bdd677bf59bb4cad94b85ee92f359cb75','da2217dafdd5992b88b78ab3ca19349d304306565b28cdaf449404e0ae2b3b28');
INSERT INTO "audit" VALUES(7,'2026-11-26T18:14:48.974+00:00','key:1','program','read','/decisions','','da2217dafdd5992b88b78ab3ca19349d304306565b28cdaf449404e0ae2b3b28','39c018997790787cb1e2d2222413e94306b486400264d3eebc5b2a51ec3b6bf2');
CREATE TABLE chosen (
	draft TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (draft, matter), 
	FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE CASCADE
);
INSERT INTO "chosen" VALUES('04ccb6c43177fae9','matter-1',1,'');
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
INSERT INTO "corrections" VALUES(1,'62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','presenter','Second Person','Third Person','Board','2025-01-16','7','Winter funding','A Secretary','2026-11-26T18:14:44.826+00:00','','');
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
INSERT INTO "drafts" VALUES('04ccb6c43177fae9','p1','draft.md','A Person','2026-11-26T18:14:48.975+00:00','2026-11-26','{"title":"Winter funding","purpose":"","recommendations":["approve the winter funding"],"subject":"","bodies":[],"money":[],"processes":[]}');
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
INSERT INTO "jobs" VALUES(1,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:42.155+00:00','2026-11-26T18:14:42.198+00:00','2026-11-26T18:14:43.248+00:00');
INSERT INTO "jobs" VALUES(2,'62da0648adf2','publish','public','done',0,1,'',1,6,6,'','A Secretary','2026-11-26T18:14:43.299+00:00','2026-11-26T18:14:43.318+00:00','2026-11-26T18:14:44.806+00:00');
INSERT INTO "jobs" VALUES(3,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:44.834+00:00','2026-11-26T18:14:44.846+00:00','2026-11-26T18:14:45.966+00:00');
INSERT INTO "jobs" VALUES(4,'62da0648adf2','publish','public','done',0,1,'',1,6,0,'','A Secretary','2026-11-26T18:14:44.835+00:00','2026-11-26T18:14:45.975+00:00','2026-11-26T18:14:46.930+00:00');
INSERT INTO "jobs" VALUES(5,'5f3f0de2374a','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:47.146+00:00','2026-11-26T18:14:47.162+00:00','2026-11-26T18:14:47.910+00:00');
INSERT INTO "jobs" VALUES(6,'5f3f0de2374a','publish','restricted','done',0,1,'',1,5,5,'','A Secretary','2026-11-26T18:14:47.920+00:00','2026-11-26T18:14:47.925+00:00','2026-11-26T18:14:48.798+00:00');
INSERT INTO "jobs" VALUES(7,'5f3f0de2374a','withdraw','restricted','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:14:48.804+00:00','2026-11-26T18:14:48.816+00:00','2026-11-26T18:14:48.954+00:00');
CREATE TABLE mailed (
	subscription INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	mailing INTEGER NOT NULL, 
	PRIMARY KEY (subscription, "key"), 
	FOREIGN KEY(subscription) REFERENCES subscriptions (id) ON DELETE CASCADE, 
	FOREIGN KEY(mailing) REFERENCES mailings (id) ON DELETE CASCADE
);
CREATE TABLE mailings (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	subscription INTEGER NOT NULL, 
	message TEXT NOT NULL, 
	made TEXT NOT NULL, 
	tries INTEGER NOT NULL, 
	sent TEXT NOT NULL, 
	FOREIGN KEY(subscription) REFERENCES subscriptions (id) ON DELETE CASCADE
);
CREATE TABLE noted (
	topic TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	at TEXT NOT NULL, 
	PRIMARY KEY (topic, "key")
);
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
INSERT INTO "sessions" VALUES(1,'4c1baed6604a95de0c0626eaf330c43ccf61057263e7794db53d59e65d1cbd95','p1','A Person','staff','2026-11-26T18:14:48.968+00:00','2026-11-26T18:14:48.968+00:00','2026-11-27T02:14:48.968+00:00');
CREATE TABLE shut_out (
	subject TEXT NOT NULL, 
	document TEXT NOT NULL, 
	who TEXT NOT NULL, 
	since TEXT NOT NULL, 
	PRIMARY KEY (subject, document)
);
INSERT INTO "shut_out" VALUES('p2','62da0648adf2','a clerk','2026-11-26T18:14:48.974+00:00');
CREATE TABLE subscriptions (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	address TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	often TEXT NOT NULL, 
	made TEXT NOT NULL, 
	token TEXT NOT NULL, 
	tried TEXT NOT NULL, 
	mailed TEXT NOT NULL, 
	tries INTEGER NOT NULL, 
	since TEXT NOT NULL, 
	last TEXT NOT NULL
);
INSERT INTO "subscriptions" VALUES(1,'a@example.org','decisions?body=Board','daily','2026-11-26T18:14:48.987+00:00','','2026-11-26T18:14:48.989+00:00','',1,'2025-01-16T00:00:00.000+00:00','');
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
INSERT INTO "uploads" VALUES('62da0648adf2','2025-01-board.md','62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','markdown',579,'A Secretary','2026-11-26T18:14:42.154+00:00','published','public','','{"pages":1,"passages":6,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-01-16","read_body":"Board","read_date":"2025-01-16","printed":"16 January 2025","note":"","kind":"minutes","page":1,"attendance":2,"items":[{"number":"7","title":"Winter funding","presenters":["Third Person"],"read":"Second Person","source":"corrected","page":1,"decisions":[{"verb":"approved","text":"The Board approved winter funding of £2.4 million for community beds.","page":1}],"actions":[]},{"number":"8","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"deferred","text":"The Board deferred the estates strategy to its next meeting.","page":1}],"actions":[]}]}],"warnings":[{"kind":"corrected","text":"Board, 16 January 2025, item 7: presenter corrected from \"Second Person\" to \"Third Person\"","page":1}],"older":[]}');
INSERT INTO "uploads" VALUES('5f3f0de2374a','2025-03-board.md','5f3f0de2374aeb1bdeac43d2c27a59a66b1fbd7eb9e10c07856dbc7b500c4e13','markdown',452,'A Secretary','2026-11-26T18:14:47.145+00:00','read','','','{"pages":1,"passages":5,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-03-13","read_body":"Board","read_date":"2025-03-13","printed":"13 March 2025","note":"","kind":"minutes","page":1,"attendance":0,"items":[{"number":"6","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"approved","text":"The Board approved the estates strategy.","page":1}],"actions":[]},{"number":"7","title":"Ambulance handovers","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"noted","text":"The Board noted the report on ambulance handovers.","page":1}],"actions":[]}]}],"warnings":[],"older":[]}');
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
CREATE INDEX subscriptions_address ON subscriptions (address);
CREATE INDEX subscriptions_token ON subscriptions (token);
CREATE INDEX mailings_subscription ON mailings (subscription);
CREATE INDEX mailed_mailing ON mailed (mailing);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('jobs',7);
INSERT INTO "sqlite_sequence" VALUES('audit',7);
INSERT INTO "sqlite_sequence" VALUES('corrections',1);
INSERT INTO "sqlite_sequence" VALUES('sessions',1);
INSERT INTO "sqlite_sequence" VALUES('api_keys',2);
INSERT INTO "sqlite_sequence" VALUES('subscriptions',1);
COMMIT;
