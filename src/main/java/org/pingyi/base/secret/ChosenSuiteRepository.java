package org.pingyi.base.secret;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The stored choice of a cipher suite. */
interface ChosenSuiteRepository extends Repository<ChosenSuite, Boolean> {

	@Query("select chosen.suite from ChosenSuite chosen")
	String chosen();

	/** The first choice stays; nodes that start at once may choose at once. */
	@Transactional
	@Modifying
	@Query(nativeQuery = true, value = "insert into secret_suite (suite) values (:suite) on conflict do nothing")
	void choose(String suite);

}
