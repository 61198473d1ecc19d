package org.pingyi.base.job;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.EntityManager;

import org.pingyi.base.secret.AuthenticatedCipher;
import org.pingyi.base.secret.CipherSuite;
import org.pingyi.base.secret.Keys;
import org.pingyi.base.secret.Pseudonyms;

import org.springframework.stereotype.Component;

/**
 * Keeps what jobs work on and what comes of them, encrypted: under a key that follows
 * from the secret, or, for what opens something, under a random one that is erased with
 * it ({@code src/docs/keys.md}).
 */
@Component
class JobParts {

	private final JobPartRepository repository;

	private final EntityManager entities;

	private final Keys keys;

	private final Pseudonyms pseudonyms;

	private final CipherSuite suite;

	JobParts(JobPartRepository repository, EntityManager entities, Keys keys, Pseudonyms pseudonyms,
			CipherSuite suite) {
		this.repository = repository;
		this.entities = entities;
		this.keys = keys;
		this.pseudonyms = pseudonyms;
		this.suite = suite;
	}

	/** Takes what a job will work on. */
	PartOutput input(UUID job) {
		return new PartOutput((number, part) -> insert(new JobPartEntity.Key(job, false, number), part, own(job)));
	}

	/** What a job works on. */
	PartInput readInput(UUID job) {
		AuthenticatedCipher cipher = own(job);
		return new PartInput((number) -> read(new JobPartEntity.Key(job, false, number), cipher));
	}

	/**
	 * Makes the key of what comes of a job, before the transaction that stores it; a job
	 * that begins anew gets the same.
	 */
	AuthenticatedCipher makeKey(UUID job, boolean confidential) {
		return confidential ? this.suite.cipher(this.keys.create(name(job))) : own(job);
	}

	/** Takes what comes of a job. */
	PartOutput result(UUID job, AuthenticatedCipher cipher) {
		return new PartOutput((number, part) -> insert(new JobPartEntity.Key(job, true, number), part, cipher));
	}

	/** What came of a job; nothing once its key is erased. */
	PartInput readResult(UUID job, boolean confidential) {
		AuthenticatedCipher cipher = confidential
				? this.suite.cipher(this.keys.find(name(job)).orElseThrow(() -> new IllegalStateException("No key")))
				: own(job);
		return new PartInput((number) -> read(new JobPartEntity.Key(job, true, number), cipher));
	}

	void deleteInput(UUID job) {
		this.repository.delete(job, false);
	}

	/** In the caller's transaction; the key goes once that is committed. */
	void eraseResult(UUID job, boolean confidential) {
		this.repository.delete(job, true);
		if (confidential) {
			this.keys.erase(name(job));
		}
	}

	private void insert(JobPartEntity.Key key, byte[] plain, AuthenticatedCipher cipher) {
		byte[] encrypted = new byte[plain.length + AuthenticatedCipher.OVERHEAD];
		cipher.encrypt(place(key), plain, encrypted, 0);
		this.entities.detach(this.repository.saveAndFlush(new JobPartEntity(key, encrypted)));
	}

	private Optional<byte[]> read(JobPartEntity.Key key, AuthenticatedCipher cipher) {
		return this.repository.find(key.job(), key.result(), key.number())
			.map((content) -> cipher.decrypt(place(key), content, 0)
				.orElseThrow(() -> new IllegalStateException("Part " + key + " was altered in the database")));
	}

	/** A part that was moved is not decrypted. */
	private static byte[] place(JobPartEntity.Key key) {
		return key.toString().getBytes(StandardCharsets.UTF_8);
	}

	private AuthenticatedCipher own(UUID job) {
		return this.suite.cipher(this.pseudonyms.mac("job.part", job.toString()));
	}

	private static String name(UUID job) {
		return "job-" + job;
	}

}
