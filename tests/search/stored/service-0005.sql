BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
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
INSERT INTO "api_keys" VALUES(1,'program','7518b20d3e5ef4b6aa2e20657462a25e9b5fe025e9c027d716b5d43c8969aedd','read:public upload','2026-11-26T18:15:18.238+00:00','2027-11-26T18:15:18.238+00:00','','');
INSERT INTO "api_keys" VALUES(2,'other program','ae54ec7ffd490486346f81f868325484e8143527d162d4180885ab74abb60298','read:public','2026-11-26T18:15:18.239+00:00','2027-11-26T18:15:18.239+00:00','2026-11-26T18:15:18.239+00:00','');
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
INSERT INTO "audit" VALUES(1,'2026-11-26T18:15:12.959+00:00','','A Secretary','upload','62da0648adf2','2025-01-board.md','0000000000000000000000000000000000000000000000000000000000000000','710d2d6237bc69e8e7d05d498e6d66619c0eac75163b8f55943b3f88319ff541');
INSERT INTO "audit" VALUES(2,'2026-11-26T18:15:14.080+00:00','','A Secretary','publish','62da0648adf2','public','710d2d6237bc69e8e7d05d498e6d66619c0eac75163b8f55943b3f88319ff541','fc0e6d258dd9ba9aaacc177b4ef4565e9f1287757536a08178f7aa79093faed7');
INSERT INTO "audit" VALUES(3,'2026-11-26T18:15:14.905+00:00','','A Secretary','correct','62da0648adf2','presenter','fc0e6d258dd9ba9aaacc177b4ef4565e9f1287757536a08178f7aa79093faed7','fc43a806e1cb80e784c947efb6cf619b69256f69cbb2cafc9b25c03ab6b2675f');
INSERT INTO "audit" VALUES(4,'2026-11-26T18:15:16.965+00:00','','A Secretary','upload','5f3f0de2374a','2025-03-board.md','fc43a806e1cb80e784c947efb6cf619b69256f69cbb2cafc9b25c03ab6b2675f','de95a32d11729bacb0ddaa4da6327deeb0de37825afe8d21ce4e859714a115f2');
INSERT INTO "audit" VALUES(5,'2026-11-26T18:15:17.520+00:00','','A Secretary','publish','5f3f0de2374a','restricted','de95a32d11729bacb0ddaa4da6327deeb0de37825afe8d21ce4e859714a115f2','9350128d0c0d894cbce875613474266bcbb4068cb249f1be37743f94748090cd');
INSERT INTO "audit" VALUES(6,'2026-11-26T18:15:18.038+00:00','','A Secretary','withdraw','5f3f0de2374a','restricted','9350128d0c0d894cbce875613474266bcbb4068cb249f1be37743f94748090cd','d0badba2a754f03b27ac0b764b7c90fa0deb41e068074c0702ec056ccdabf96a');
INSERT INTO "audit" VALUES(7,'2026-11-26T18:15:18.240+00:00','key:1','program','read','/decisions','','d0badba2a754f03b27ac0b764b7c90fa0deb41e068074c0702ec056ccdabf96a','9fd28b69841733d16908b1e862a57feb1edb5143c39c77550f320b46a561911a');
CREATE TABLE chosen (
	draft TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	place INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (draft, matter), 
	FOREIGN KEY(draft) REFERENCES drafts (id) ON DELETE CASCADE
);
INSERT INTO "chosen" VALUES('8b1e6daacca928f1','matter-1',1,'');
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
INSERT INTO "corrections" VALUES(1,'62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','presenter','Second Person','Third Person','Board','2025-01-16','7','Winter funding','A Secretary','2026-11-26T18:15:14.899+00:00','','');
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
INSERT INTO "drafts" VALUES('8b1e6daacca928f1','p1','draft.md','A Person','2026-11-26T18:15:18.240+00:00','2026-11-26','{"title":"Winter funding","purpose":"","recommendations":["approve the winter funding"],"subject":"","bodies":[],"money":[],"processes":[]}');
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
	ended TEXT NOT NULL, keeps TEXT DEFAULT '' NOT NULL, 
	FOREIGN KEY(upload) REFERENCES uploads (id) ON DELETE CASCADE
);
INSERT INTO "jobs" VALUES(1,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:12.951+00:00','2026-11-26T18:15:13.031+00:00','2026-11-26T18:15:14.057+00:00','');
INSERT INTO "jobs" VALUES(2,'62da0648adf2','publish','public','done',0,1,'',1,6,6,'','A Secretary','2026-11-26T18:15:14.080+00:00','2026-11-26T18:15:14.098+00:00','2026-11-26T18:15:14.886+00:00','');
INSERT INTO "jobs" VALUES(3,'62da0648adf2','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:14.906+00:00','2026-11-26T18:15:14.926+00:00','2026-11-26T18:15:15.658+00:00','');
INSERT INTO "jobs" VALUES(4,'62da0648adf2','publish','public','done',0,1,'',1,6,0,'','A Secretary','2026-11-26T18:15:14.907+00:00','2026-11-26T18:15:15.671+00:00','2026-11-26T18:15:16.679+00:00','');
INSERT INTO "jobs" VALUES(5,'5f3f0de2374a','read','','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:16.961+00:00','2026-11-26T18:15:16.978+00:00','2026-11-26T18:15:17.508+00:00','');
INSERT INTO "jobs" VALUES(6,'5f3f0de2374a','publish','restricted','done',0,1,'',1,5,5,'','A Secretary','2026-11-26T18:15:17.525+00:00','2026-11-26T18:15:17.527+00:00','2026-11-26T18:15:18.014+00:00','');
INSERT INTO "jobs" VALUES(7,'5f3f0de2374a','withdraw','restricted','done',0,1,'',0,0,0,'','A Secretary','2026-11-26T18:15:18.039+00:00','2026-11-26T18:15:18.058+00:00','2026-11-26T18:15:18.218+00:00','');
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
	ends TEXT NOT NULL, rule TEXT DEFAULT '' NOT NULL, 
	UNIQUE (token)
);
INSERT INTO "sessions" VALUES(1,'5f0260081e848def7a4bc42dc06e018266f499d373aaa54e84f0f2553954d598','p1','A Person','staff','2026-11-26T18:15:18.237+00:00','2026-11-26T18:15:18.237+00:00','2026-11-27T02:15:18.237+00:00','');
CREATE TABLE shut_out (
	subject TEXT NOT NULL, 
	document TEXT NOT NULL, 
	who TEXT NOT NULL, 
	since TEXT NOT NULL, 
	PRIMARY KEY (subject, document)
);
INSERT INTO "shut_out" VALUES('p2','62da0648adf2','a clerk','2026-11-26T18:15:18.239+00:00');
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
INSERT INTO "subscriptions" VALUES(1,'a@example.org','decisions?body=Board','daily','2026-11-26T18:15:18.279+00:00','','2026-11-26T18:15:18.288+00:00','',1,'2025-01-16T00:00:00.000+00:00','');
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
	review TEXT NOT NULL, owner TEXT DEFAULT '' NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sha256)
);
INSERT INTO "uploads" VALUES('62da0648adf2','2025-01-board.md','62da0648adf2a35fdfdbda173ad04aac4c84713418a9137e515399fe064ff86f','markdown',579,'A Secretary','2026-11-26T18:15:12.950+00:00','published','public','','{"pages":1,"passages":6,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-01-16","read_body":"Board","read_date":"2025-01-16","printed":"16 January 2025","note":"","kind":"minutes","page":1,"attendance":2,"items":[{"number":"7","title":"Winter funding","presenters":["Third Person"],"read":"Second Person","source":"corrected","page":1,"decisions":[{"verb":"approved","text":"The Board approved winter funding of £2.4 million for community beds.","page":1}],"actions":[]},{"number":"8","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"deferred","text":"The Board deferred the estates strategy to its next meeting.","page":1}],"actions":[]}]}],"warnings":[{"kind":"corrected","text":"Board, 16 January 2025, item 7: presenter corrected from \"Second Person\" to \"Third Person\"","page":1}],"older":[]}','');
INSERT INTO "uploads" VALUES('5f3f0de2374a','2025-03-board.md','5f3f0de2374aeb1bdeac43d2c27a59a66b1fbd7eb9e10c07856dbc7b500c4e13','markdown',452,'A Secretary','2026-11-26T18:15:16.960+00:00','read','','','{"pages":1,"passages":5,"papers":0,"sections":[{"kind":"minutes","title":"Minutes of the Part I Board Meeting","first":1,"last":1}],"meetings":[{"body":"Board","date":"2025-03-13","read_body":"Board","read_date":"2025-03-13","printed":"13 March 2025","note":"","kind":"minutes","page":1,"attendance":0,"items":[{"number":"6","title":"Estates strategy","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"approved","text":"The Board approved the estates strategy.","page":1}],"actions":[]},{"number":"7","title":"Ambulance handovers","presenters":[],"read":"","source":"","page":1,"decisions":[{"verb":"noted","text":"The Board noted the report on ambulance handovers.","page":1}],"actions":[]}]}],"warnings":[],"older":[]}','');
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
