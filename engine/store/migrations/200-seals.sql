-- A digest of each record that was made here, so that a changed byte is told from what was said. Records that came in a
-- package have the digests of the package. `about` is the name of the table, `key` the values of the record's key.
CREATE TABLE seal (
  about  TEXT NOT NULL,
  key    TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 16),
  PRIMARY KEY (about, key)
) STRICT, WITHOUT ROWID;
-- Records whose digest is still to be made: by the end of the transaction that wrote them.
CREATE TABLE unsealed (
  about TEXT NOT NULL,
  key   TEXT NOT NULL,
  PRIMARY KEY (about, key)
) STRICT, WITHOUT ROWID;
-- A draft has one as well, renewed with it; drafts from before have none.
CREATE TRIGGER draft_erased AFTER DELETE ON draft
BEGIN
  DELETE FROM seal WHERE about = 'draft'
    AND key = OLD.turn || ' ' || OLD.part || ' ' || OLD.indicator || ' ' || OLD.criterion;
END;

CREATE TRIGGER collected_record_unsealed AFTER INSERT ON collected_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('collected_record', NEW.id); END;
CREATE TRIGGER collected_record_erased AFTER DELETE ON collected_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'collected_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'collected_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'collected_record', o.id FROM collected_record AS o WHERE package IS NULL;
CREATE TRIGGER comment_record_unsealed AFTER INSERT ON comment_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('comment_record', NEW.id); END;
CREATE TRIGGER comment_record_erased AFTER DELETE ON comment_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'comment_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'comment_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'comment_record', o.id FROM comment_record AS o WHERE package IS NULL;
CREATE TRIGGER comment_tag_unsealed AFTER INSERT ON comment_tag WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('comment_tag', NEW.id); END;
CREATE TRIGGER comment_tag_erased AFTER DELETE ON comment_tag WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'comment_tag' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'comment_tag' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'comment_tag', o.id FROM comment_tag AS o WHERE package IS NULL;
CREATE TRIGGER device_unsealed AFTER INSERT ON device WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('device', NEW.id); END;
CREATE TRIGGER device_erased AFTER DELETE ON device WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'device' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'device' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'device', o.id FROM device AS o WHERE package IS NULL;
CREATE TRIGGER discussed_record_unsealed AFTER INSERT ON discussed_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('discussed_record', NEW.id); END;
CREATE TRIGGER discussed_record_erased AFTER DELETE ON discussed_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'discussed_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'discussed_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'discussed_record', o.id FROM discussed_record AS o WHERE package IS NULL;
CREATE TRIGGER facilitators_record_unsealed AFTER INSERT ON facilitators_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('facilitators_record', NEW.id); END;
CREATE TRIGGER facilitators_record_erased AFTER DELETE ON facilitators_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'facilitators_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'facilitators_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'facilitators_record', o.id FROM facilitators_record AS o WHERE package IS NULL;
CREATE TRIGGER framework_loading_unsealed AFTER INSERT ON framework_loading WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('framework_loading', NEW.framework || ' ' || NEW.device); END;
CREATE TRIGGER framework_loading_erased AFTER DELETE ON framework_loading WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'framework_loading' AND key = OLD.framework || ' ' || OLD.device;
  DELETE FROM unsealed WHERE about = 'framework_loading' AND key = OLD.framework || ' ' || OLD.device;
END;
INSERT INTO unsealed SELECT 'framework_loading', o.framework || ' ' || o.device FROM framework_loading AS o WHERE package IS NULL;
CREATE TRIGGER indicator_unsealed AFTER INSERT ON indicator WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('indicator', NEW.framework || ' ' || NEW.id); END;
CREATE TRIGGER indicator_erased AFTER DELETE ON indicator WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'indicator' AND key = OLD.framework || ' ' || OLD.id;
  DELETE FROM unsealed WHERE about = 'indicator' AND key = OLD.framework || ' ' || OLD.id;
END;
INSERT INTO unsealed SELECT 'indicator', o.framework || ' ' || o.id FROM indicator AS o WHERE package IS NULL;
CREATE TRIGGER indicator_split_unsealed AFTER INSERT ON indicator_split WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('indicator_split', NEW.framework || ' ' || NEW.indicator || ' ' || NEW.origin); END;
CREATE TRIGGER indicator_split_erased AFTER DELETE ON indicator_split WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'indicator_split' AND key = OLD.framework || ' ' || OLD.indicator || ' ' || OLD.origin;
  DELETE FROM unsealed WHERE about = 'indicator_split' AND key = OLD.framework || ' ' || OLD.indicator || ' ' || OLD.origin;
END;
INSERT INTO unsealed SELECT 'indicator_split', o.framework || ' ' || o.indicator || ' ' || o.origin FROM indicator_split AS o WHERE package IS NULL;
CREATE TRIGGER participant_link_unsealed AFTER INSERT ON participant_link WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('participant_link', NEW.id); END;
CREATE TRIGGER participant_link_erased AFTER DELETE ON participant_link WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'participant_link' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'participant_link' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'participant_link', o.id FROM participant_link AS o WHERE package IS NULL;
CREATE TRIGGER participant_record_unsealed AFTER INSERT ON participant_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('participant_record', NEW.id); END;
CREATE TRIGGER participant_record_erased AFTER DELETE ON participant_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'participant_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'participant_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'participant_record', o.id FROM participant_record AS o WHERE package IS NULL;
CREATE TRIGGER participant_test_unsealed AFTER INSERT ON participant_test WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('participant_test', NEW.id); END;
CREATE TRIGGER participant_test_erased AFTER DELETE ON participant_test WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'participant_test' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'participant_test' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'participant_test', o.id FROM participant_test AS o WHERE package IS NULL;
CREATE TRIGGER person_round_unsealed AFTER INSERT ON person_round WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('person_round', NEW.id); END;
CREATE TRIGGER person_round_erased AFTER DELETE ON person_round WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'person_round' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'person_round' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'person_round', o.id FROM person_round AS o WHERE package IS NULL;
CREATE TRIGGER rating_unsealed AFTER INSERT ON rating WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('rating', NEW.id); END;
CREATE TRIGGER rating_erased AFTER DELETE ON rating WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'rating' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'rating' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'rating', o.id FROM rating AS o WHERE package IS NULL;
CREATE TRIGGER recall_words_unsealed AFTER INSERT ON recall_words WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('recall_words', NEW.id); END;
CREATE TRIGGER recall_words_erased AFTER DELETE ON recall_words WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'recall_words' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'recall_words' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'recall_words', o.id FROM recall_words AS o WHERE package IS NULL;
CREATE TRIGGER round_record_unsealed AFTER INSERT ON round_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('round_record', NEW.id); END;
CREATE TRIGGER round_record_erased AFTER DELETE ON round_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'round_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'round_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'round_record', o.id FROM round_record AS o WHERE package IS NULL;
CREATE TRIGGER round_state_unsealed AFTER INSERT ON round_state WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('round_state', NEW.id); END;
CREATE TRIGGER round_state_erased AFTER DELETE ON round_state WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'round_state' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'round_state' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'round_state', o.id FROM round_state AS o WHERE package IS NULL;
CREATE TRIGGER rule_record_unsealed AFTER INSERT ON rule_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('rule_record', NEW.id); END;
CREATE TRIGGER rule_record_erased AFTER DELETE ON rule_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'rule_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'rule_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'rule_record', o.id FROM rule_record AS o WHERE package IS NULL;
CREATE TRIGGER settlement_unsealed AFTER INSERT ON settlement WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('settlement', NEW.id); END;
CREATE TRIGGER settlement_erased AFTER DELETE ON settlement WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'settlement' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'settlement' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'settlement', o.id FROM settlement AS o WHERE package IS NULL;
CREATE TRIGGER suggestion_unsealed AFTER INSERT ON suggestion WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('suggestion', NEW.id); END;
CREATE TRIGGER suggestion_erased AFTER DELETE ON suggestion WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'suggestion' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'suggestion' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'suggestion', o.id FROM suggestion AS o WHERE package IS NULL;
CREATE TRIGGER supersession_unsealed AFTER INSERT ON supersession WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('supersession', NEW.superseded || ' ' || NEW.record); END;
CREATE TRIGGER supersession_erased AFTER DELETE ON supersession WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'supersession' AND key = OLD.superseded || ' ' || OLD.record;
  DELETE FROM unsealed WHERE about = 'supersession' AND key = OLD.superseded || ' ' || OLD.record;
END;
INSERT INTO unsealed SELECT 'supersession', o.superseded || ' ' || o.record FROM supersession AS o WHERE package IS NULL;
CREATE TRIGGER team_key_record_unsealed AFTER INSERT ON team_key_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('team_key_record', NEW.id); END;
CREATE TRIGGER team_key_record_erased AFTER DELETE ON team_key_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'team_key_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'team_key_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'team_key_record', o.id FROM team_key_record AS o WHERE package IS NULL;
CREATE TRIGGER withdrawal_unsealed AFTER INSERT ON withdrawal WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('withdrawal', NEW.id); END;
CREATE TRIGGER withdrawal_erased AFTER DELETE ON withdrawal WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'withdrawal' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'withdrawal' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'withdrawal', o.id FROM withdrawal AS o WHERE package IS NULL;
CREATE TRIGGER workshop_record_unsealed AFTER INSERT ON workshop_record WHEN NEW.package IS NULL
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('workshop_record', NEW.id); END;
CREATE TRIGGER workshop_record_erased AFTER DELETE ON workshop_record WHEN OLD.package IS NULL
BEGIN
  DELETE FROM seal WHERE about = 'workshop_record' AND key = OLD.id;
  DELETE FROM unsealed WHERE about = 'workshop_record' AND key = OLD.id;
END;
INSERT INTO unsealed SELECT 'workshop_record', o.id FROM workshop_record AS o WHERE package IS NULL;
-- The workbook's own row changes as long as nobody has rated.
CREATE TRIGGER workbook_unsealed AFTER INSERT ON workbook
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('workbook', NEW.id); END;
CREATE TRIGGER workbook_changed AFTER UPDATE ON workbook
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('workbook', NEW.id); END;
INSERT INTO unsealed SELECT 'workbook', id FROM workbook;
-- Versions of the framework do not say which package they came in, and are told of by their first loading.
CREATE TRIGGER framework_unsealed AFTER INSERT ON framework
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('framework', NEW.hash); END;
CREATE TRIGGER framework_changed AFTER UPDATE ON framework
BEGIN INSERT OR IGNORE INTO unsealed VALUES ('framework', NEW.hash); END;
INSERT INTO unsealed SELECT 'framework', hash FROM framework;
