package org.pingyi.base.account.factor;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The authenticators of staff, at most one for each person. */
interface AuthenticatorRepository extends JpaRepository<AuthenticatorEntity, String> {

	/** Makes changes of one person's factors wait for one another. */
	@Query(nativeQuery = true,
			value = "select pg_advisory_xact_lock(hashtext('account.factor'), hashtext(:login)) is null")
	boolean lock(String login);

	/** Uses up the code of a step; of two at once one succeeds. */
	@Modifying
	@Query("update AuthenticatorEntity a set a.lastStep = :step where a.login = :login and a.lastStep < :step")
	int use(String login, long step);

	@Modifying
	@Query("delete from AuthenticatorEntity a where a.login = :login")
	int deleteOf(String login);

}
