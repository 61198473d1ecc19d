package org.pingyi.base.account;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The accounts of staff with their roles. */
interface AccountRepository extends JpaRepository<AccountEntity, Long> {

	String MATCHES = """
			from account_account a left join unit_unit u on u.id = a.unit_id
			where :text = '' or position(lower(:text) in a.login) > 0 or position(lower(:text) in lower(a.name)) > 0
			or position(lower(:text) in lower(coalesce(u.code || u.name, ''))) > 0
			""";

	/** Makes changes of accounts and rights wait for one another. */
	@Modifying
	@Query(nativeQuery = true, value = "lock table account_role in share row exclusive mode")
	void lock();

	/** By sign-in name; the page is not to be sorted otherwise. */
	@Query(nativeQuery = true, countQuery = "select count(*) " + MATCHES, value = """
			select a.login, a.name, coalesce(u.code, '') as unit, a.enabled, a.password is not null as activated,
				a.rights_held, array_to_string(array(
					select r.role from account_role r where r.account_id = a.id), ' ') as roles
			""" + MATCHES + " order by a.login")
	Page<AccountRow> search(String text, Pageable page);

	@Query("select a from AccountEntity a left join fetch a.roles where a.login = :login")
	Optional<AccountEntity> findByLogin(String login);

	/** Nobody else changes the account until the transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from AccountEntity a where a.login = :login")
	Optional<AccountEntity> lock(String login);

	@Query("select a from AccountEntity a left join fetch a.roles where a.id = :id")
	Optional<AccountEntity> findWithRoles(long id);

	/** The enabled holders of a role by sign-in name. */
	@Query("""
			select new org.pingyi.base.account.Person(a.login, a.name) from AccountEntity a join a.roles r
			where r = :role and a.enabled order by a.login
			""")
	List<Person> findHolders(Role role);

	/**
	 * How many others could take a role's place: enabled, with a password, with rights
	 * that count.
	 */
	@Query("""
			select count(a) from AccountEntity a join a.roles r
			where r = :role and a.enabled and not a.rightsHeld and a.password is not null and a.login <> :login
			""")
	long countOthers(Role role, String login);

	/**
	 * Ends the sessions of a person on every node, and those that are just beginning:
	 * whatever changed holds from now on.
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			with next as (update account_account set generation = generation + 1 where login = :login)
			delete from spring_session where principal_name = :login
			""")
	void endSessions(String login);

	/** Who had a second factor that no act removed. */
	@Query(nativeQuery = true, value = """
			select a.login from account_account a where a.second_factor
				and not exists (select from account_authenticator f where f.login = a.login)
				and not exists (select from account_passkey f where f.login = a.login)
			""")
	List<String> findLoginsWithoutTheirFactor();

	@Query("select distinct a from AccountEntity a left join fetch a.roles order by a.login")
	List<AccountEntity> findAllWithRoles();

	/**
	 * The accounts from before there were seals; of nodes that start at once one gets
	 * them.
	 */
	@Query(nativeQuery = true, value = "delete from account_unsealed returning login")
	List<String> takeUnsealed();

}
