package org.pingyi.base.account.oidc;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Which identities are bound to which accounts. */
interface FederatedIdentityRepository extends JpaRepository<FederatedIdentityEntity, Long> {

	Optional<FederatedIdentityEntity> findByIssuerAndSubject(String issuer, String subject);

	Optional<FederatedIdentityEntity> findByIssuerAndLogin(String issuer, String login);

	List<FederatedIdentityEntity> findByLogin(String login);

	@Modifying
	@Query("delete from FederatedIdentityEntity i where i.login = :login")
	int deleteOf(String login);

}
