package org.pingyi.base.account;

import java.time.Instant;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The failed sign-ins of the last minutes. */
interface FailedSignInRepository extends JpaRepository<FailedSignInEntity, Long> {

	long countByLoginHashAndAtAfter(byte[] loginHash, Instant at);

	@Modifying
	@Query("delete from FailedSignInEntity f where f.loginHash = :loginHash or f.at < :before")
	void deleteOfLoginOrBefore(byte[] loginHash, Instant before);

}
