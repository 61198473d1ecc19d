package org.pingyi.outcome.result.rendition;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The renditions; each is inserted once. */
interface RenditionRepository extends Repository<RenditionEntity, Long> {

	RenditionEntity saveAndFlush(RenditionEntity rendition);

	Optional<RenditionEntity> findByEditionAndAddressAndLanguage(String edition, String address, String language);

	boolean existsByEditionAndAddressAndLanguage(String edition, String address, String language);

	@Modifying
	@Query("delete from RenditionEntity one where one.id = :id")
	int delete(long id);

	/**
	 * Deletes what is not of these editions, where what takes its place was drawn before
	 * an instant.
	 */
	@Modifying
	@Query("""
			delete from RenditionEntity one where one.edition not in :editions and exists (
				select 1 from RenditionEntity other where other.address = one.address
				and other.language = one.language and other.edition in :editions and other.madeAt < :before)
			""")
	int deleteOthers(Collection<String> editions, Instant before);

	/**
	 * Whether nobody else, on whatever node, draws; until the transaction ends nobody
	 * else will.
	 */
	@Query(nativeQuery = true, value = "select pg_try_advisory_xact_lock(hashtext('result.rendition'))")
	boolean tryTurn();

}
