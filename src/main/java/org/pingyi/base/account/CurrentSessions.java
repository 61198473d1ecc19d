package org.pingyi.base.account;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which sessions go on: to end them it is not enough to delete them, for a sign-in that
 * is under way makes a new one, and a copy of the database has the old ones.
 */
@Service
public class CurrentSessions {

	private final AccountRepository repository;

	private final AccountSeals seals;

	CurrentSessions(AccountRepository repository, AccountSeals seals) {
		this.repository = repository;
		this.seals = seals;
	}

	/**
	 * Whether nothing has ended this person's sessions since this one was begun, and
	 * nobody altered the account.
	 */
	@Transactional(readOnly = true)
	public boolean goOn(Authentication person) {
		return SignedIn.generation(person)
			.stream()
			.allMatch((generation) -> this.repository.findByLogin(person.getName())
				.filter((account) -> account.goesOn(generation))
				.filter(this.seals::admits)
				.isPresent());
	}

}
