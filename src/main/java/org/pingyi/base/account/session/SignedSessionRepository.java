package org.pingyi.base.account.session;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Keeps sessions in another repository, signed. One that holds anything unsigned was not
 * put there by this product: it is deleted, and whoever came with it is signed out.
 */
class SignedSessionRepository<S extends Session> implements FindByIndexNameSessionRepository<SignedSession<S>> {

	private static final Logger log = LoggerFactory.getLogger(SignedSessionRepository.class);

	private final FindByIndexNameSessionRepository<S> stored;

	private final SessionSeal seal;

	private final SessionJson json;

	SignedSessionRepository(FindByIndexNameSessionRepository<S> stored, SessionSeal seal, SessionJson json) {
		this.stored = stored;
		this.seal = seal;
		this.json = json;
	}

	@Override
	public SignedSession<S> createSession() {
		return signed(this.stored.createSession());
	}

	@Override
	public void save(SignedSession<S> session) {
		this.stored.save(session.stored());
	}

	@Override
	public @Nullable SignedSession<S> findById(String id) {
		S found = this.stored.findById(id);
		if (found == null) {
			return null;
		}
		SignedSession<S> session = signed(found);
		if (session.genuine()) {
			return session;
		}
		log.warn("A session was altered in the database; whoever came with it is signed out");
		this.stored.deleteById(id);
		return null;
	}

	@Override
	public void deleteById(String id) {
		this.stored.deleteById(id);
	}

	@Override
	public Map<String, SignedSession<S>> findByIndexNameAndIndexValue(String indexName, String indexValue) {
		return this.stored.findByIndexNameAndIndexValue(indexName, indexValue)
			.entrySet()
			.stream()
			.map((entry) -> Map.entry(entry.getKey(), signed(entry.getValue())))
			.filter((entry) -> entry.getValue().genuine())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private SignedSession<S> signed(S session) {
		return new SignedSession<>(session, this.seal, this.json);
	}

}
