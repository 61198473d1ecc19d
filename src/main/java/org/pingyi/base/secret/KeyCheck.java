package org.pingyi.base.secret;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the directories with what the database needs: at the start, which a missing
 * key stops, and every minute. A missing copy is brought back from the other place, a
 * copy of what was given up is erased; what cannot be repaired makes the node not ready.
 */
@Component("keysHealthIndicator")
class KeyCheck implements SmartInitializingSingleton, HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(KeyCheck.class);

	private final KeyFolders folders;

	private final KeyRepository repository;

	private final ErasureProof proof;

	private volatile List<String> faults = List.of();

	private volatile boolean usable = true;

	KeyCheck(KeyFolders folders, KeyRepository repository, ErasureProof proof) {
		this.folders = folders;
		this.repository = repository;
		this.proof = proof;
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.repository.all().stream().filter(KnownKey::isNeeded).forEach(this::require);
		check();
	}

	private void require(KnownKey known) {
		if (this.folders.find(known.name(), known::is).isEmpty()) {
			throw KeysRefused.missing(known.name());
		}
	}

	@Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
	void check() {
		List<String> found = new ArrayList<>();
		List<KnownKey> known = this.repository.all();
		boolean oneIsWhole = false;
		for (KeyFolder folder : this.folders.all()) {
			List<String> here = faultsOrFailure(known, folder);
			oneIsWhole |= here.isEmpty();
			found.addAll(here);
		}
		note(found);
		this.faults = List.copyOf(found);
		this.usable = oneIsWhole;
	}

	private List<String> faultsOrFailure(List<KnownKey> known, KeyFolder folder) {
		try {
			return faults(known, folder);
		}
		catch (UncheckedIOException ex) {
			return List.of(folder + " fails: " + ex.getMessage());
		}
	}

	/**
	 * Whether one of the directories has nothing wrong with it, which is enough to vote.
	 */
	boolean isUsable() {
		return this.usable;
	}

	private void note(List<String> found) {
		if (found.isEmpty() && !this.faults.isEmpty()) {
			logger.info("Key directories: all is well again");
		}
		else if (!found.equals(this.faults)) {
			logger.error("Key directories: {}", found);
		}
	}

	/** What is wrong with a place and cannot be repaired. */
	private List<String> faults(List<KnownKey> known, KeyFolder folder) {
		if (!folder.isMarked()) {
			return List.of(folder.unmarked());
		}
		List<String> found = new ArrayList<>();
		if (!folder.isWritable()) {
			found.add(folder + " cannot be written to");
		}
		Set<String> names = folder.names();
		for (KnownKey key : known) {
			if (!key.isErased() && !copied(key, folder)) {
				found.add(key.name() + " is missing, or is another one, in " + folder);
			}
			else if (key.isErased() && names.contains(key.name())) {
				found.addAll(erased(key, folder));
			}
		}
		return found;
	}

	/** What only a statement of SQL gave up stays. */
	private List<String> erased(KnownKey key, KeyFolder folder) {
		if (!this.proof.proves(key)) {
			return List.of(key.name() + " was given up by no act; its copy stays in " + folder);
		}
		folder.erase(key.name());
		logger.warn("A copy of key {}, which was given up, is erased in {}", key.name(), folder);
		return List.of();
	}

	private boolean copied(KnownKey known, KeyFolder folder) {
		if (folder.read(known.name()).isEmpty()) {
			this.folders.find(known.name(), known::is).ifPresent((key) -> {
				folder.write(known.name(), key);
				logger.warn("Key {} was missing in {} and is there again", known.name(), folder);
			});
		}
		return folder.read(known.name()).filter(known::is).isPresent();
	}

	@Override
	public Health health() {
		List<String> now = this.faults;
		return now.isEmpty() ? Health.up().build() : Health.down().withDetail("faults", now).build();
	}

}
