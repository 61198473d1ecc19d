package org.pingyi.base.secret;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.pingyi.base.audit.Sha256;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Random keys of 256 bits, each with a life of its own, in files outside the database and
 * its backups ({@code src/docs/keys.md}). The database knows their names and their
 * hashes, so that a missing key is noticed and one that was given up never comes back.
 * Whoever uses a key keeps it in memory: each call reads files.
 */
@Component
public class Keys {

	private static final Logger logger = LoggerFactory.getLogger(Keys.class);

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,59}");

	private final KeyFolders folders;

	private final KeyRepository repository;

	private final ErasureProof proof;

	private final Clock clock;

	Keys(KeyFolders folders, KeyRepository repository, ErasureProof proof, Clock clock) {
		this.folders = folders;
		this.repository = repository;
		this.proof = proof;
		this.clock = clock;
		folders.mark(repository.all());
	}

	/**
	 * The key of a name, made now when there is none: on the disk in all directories, and
	 * known to the database whatever becomes of the caller's transaction, before it
	 * returns.
	 * @param name lower-case letters, digits and hyphens: {@code pseudonym-7}
	 * @return 32 bytes, the same on every node
	 * @throws KeyErased when it was given up
	 * @throws KeysRefused when the database knows it and no directory has it
	 * @throws java.io.UncheckedIOException when a directory fails
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public byte[] create(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("No name of a key: " + name);
		}
		Optional<byte[]> known = find(name);
		if (known.isPresent()) {
			return known.get();
		}
		if (isErased(name)) {
			throw new KeyErased(name);
		}
		this.repository.append(name, Sha256.of(this.folders.create(name)));
		logger.info("Key {} is in use", name);
		return find(name).orElseThrow(() -> new KeyErased(name));
	}

	/**
	 * The key of a name, or nothing when there never was one or it was given up.
	 * @throws KeysRefused when the database knows it and no directory has it, or says
	 * that one was given up that no act gives up
	 */
	@Transactional(readOnly = true)
	public Optional<byte[]> find(String name) {
		return this.repository.byName(name)
			.filter(KnownKey::isNeeded)
			.map((known) -> this.folders.find(name, known::is).orElseThrow(() -> KeysRefused.missing(name)));
	}

	/** Whether a key was given up for good. */
	@Transactional(readOnly = true)
	public boolean isErased(String name) {
		return this.repository.byName(name).filter(KnownKey::isErased).isPresent();
	}

	/** Whether there is a key that was not given up. */
	@Transactional(readOnly = true)
	public boolean isInUse(String name) {
		return this.repository.byName(name).filter((known) -> !known.isErased()).isPresent();
	}

	/** The names of the keys that are in use and begin with a text. */
	@Transactional(readOnly = true)
	public Set<String> inUse(String prefix) {
		return this.repository.all()
			.stream()
			.filter((known) -> !known.isErased() && known.name().startsWith(prefix))
			.map(KnownKey::name)
			.collect(Collectors.toSet());
	}

	/**
	 * Gives a key up for good. In the caller's transaction, which waits for the
	 * statements that hold the key; its files are overwritten and deleted after the
	 * commit, and by the next {@link KeyCheck} where that failed.
	 */
	@Transactional
	public void erase(String name) {
		LocalDate day = LocalDate.now(this.clock);
		if (this.repository.giveUp(name, day, this.proof.of(name, day)) == 1) {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void afterCommit() {
					Keys.this.folders.erase(name);
					logger.info("Key {} is erased", name);
				}

			});
		}
	}

}
