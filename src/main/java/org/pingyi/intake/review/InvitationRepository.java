package org.pingyi.intake.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.pingyi.intake.ballot.form.IssuedForms;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The invitations and the units on their sheets. */
interface InvitationRepository extends Repository<InvitationEntity, Long> {

	String SUMMARY = """
			select new org.pingyi.intake.review.InvitationSummary(i.id, i.cycleId, i.channel, i.raterClass, i.name,
				i.organisation, i.revoked, i.signedOn, size(i.units),
				(select count(*) from SheetDraftEntity d where d.invitationId = i.id),
				(select count(*) from SheetDraftEntity d where d.invitationId = i.id and d.complete),
				case when i.browserHash is null then false else true end)
			from InvitationEntity i
			""";

	String LISTED = "where i.cycleId = :cycle and (:channel = '' or i.channel = :channel)";

	String IN_PINYIN = " order by i.channel, collate(i.organisation as `zh-x-icu`), collate(i.name as `zh-x-icu`), i.id";

	void flush();

	/** Numbers for new invitations; their seals need them before they are stored. */
	@Query(nativeQuery = true, value = """
			select nextval(pg_get_serial_sequence('review_invitation', 'id')) from generate_series(1, :count)""")
	List<Long> numbers(int count);

	/**
	 * Inserts invitations by one statement.
	 * @return the numbers of those whose person has none in their channel yet
	 */
	@Query(nativeQuery = true,
			value = """
					insert into review_invitation (id, cycle_id, channel, rater_class, name, organisation, token_hash, phone, seal)
					overriding system value
					select row.id, :cycle, row.channel, row.rater_class, row.name, row.organisation, row.token_hash,
						decode(row.phone, 'hex'), decode(row.seal, 'hex')
					from unnest(cast(:#{#rows.ids()} as bigint[]), cast(:#{#rows.channels()} as text[]),
						cast(:#{#rows.raterClasses()} as text[]), cast(:#{#rows.names()} as text[]),
						cast(:#{#rows.organisations()} as text[]), cast(:#{#rows.tokenHashes()} as text[]),
						cast(:#{#rows.phones()} as text[]), cast(:#{#rows.seals()} as text[]))
						as row(id, channel, rater_class, name, organisation, token_hash, phone, seal)
					on conflict do nothing returning id
					""")
	List<Long> insert(long cycle, InvitationColumns rows);

	@Modifying
	@Query(nativeQuery = true, value = """
			insert into review_invitation_unit (invitation_id, unit_id)
			select row.* from unnest(cast(:#{#rows.sheets()} as bigint[]), cast(:#{#rows.units()} as bigint[])) as row
			""")
	void insertUnits(InvitationColumns rows);

	/** The numbers of a page out of the index; takes "" for every channel. */
	@Query(value = "select i.id from InvitationEntity i " + LISTED + IN_PINYIN,
			countQuery = "select count(*) from InvitationEntity i " + LISTED)
	Page<Long> page(long cycle, String channel, Pageable page);

	@Query(SUMMARY + "where i.id in :ids" + IN_PINYIN)
	List<InvitationSummary> summaries(Collection<Long> ids);

	@Query(SUMMARY + "where i.id = :id")
	Optional<InvitationSummary> summary(long id);

	@Query(SUMMARY + "where i.tokenHash = :hash")
	Optional<InvitationSummary> summary(String hash);

	@Query("select i from InvitationEntity i left join fetch i.units where i.id = :id")
	Optional<InvitationEntity> withUnits(long id);

	@Query("select i from InvitationEntity i left join fetch i.units where i.id in :ids order by i.id")
	List<InvitationEntity> allWithUnits(Collection<Long> ids);

	/**
	 * The invitations from before there were seals, or such seals; of nodes that start at
	 * once one gets them.
	 */
	@Query(nativeQuery = true, value = "delete from review_unsealed returning invitation_id")
	List<Long> takeUnsealed();

	boolean existsByTokenHashAndBrowserHash(String tokenHash, String browserHash);

	/** Whether no browser has the link. */
	@Query("select case when i.browserHash is null then true else false end from InvitationEntity i where i.id = :id")
	boolean isFree(long id);

	@Query("select i.phone from InvitationEntity i where i.id = :id and i.phone is not null")
	Optional<byte[]> phone(long id);

	/** Keeps everybody else from changing this invitation until the transaction ends. */
	@Query(value = "select id from review_invitation where id = :id for update", nativeQuery = true)
	long lock(long id);

	@Query("""
			select new org.pingyi.intake.review.ChannelProgress(i.channel, count(*),
				count(*) filter (where i.signedOn is not null
					or exists (select 1 from SheetDraftEntity d where d.invitationId = i.id)),
				count(*) filter (where i.signedOn is not null))
			from InvitationEntity i where i.cycleId = :cycle and not i.revoked group by i.channel""")
	List<ChannelProgress> progress(long cycle);

	/** Who has a sheet in which channel. */
	@Query("""
			select new org.pingyi.intake.review.InvitationRepository$Person(i.channel, i.organisation, i.name)
			from InvitationEntity i where i.cycleId = :cycle and not i.revoked""")
	Set<Person> people(long cycle);

	long countByCycleIdAndChannelAndRaterClassAndRevokedFalse(long cycle, String channel, String raterClass);

	/** How many people are asked about each unit, by channel and rater class. */
	@Query("""
			select new org.pingyi.intake.ballot.form.IssuedForms(unit, i.channel, i.raterClass, count(*))
			from InvitationEntity i join i.units unit
			where i.cycleId = :cycle and not i.revoked group by i.channel, i.raterClass, unit""")
	List<IssuedForms> issued(long cycle);

	@Query("select unit from InvitationEntity i join i.units unit where i.id = :id")
	Set<Long> units(long id);

	/**
	 * The signed sheets that the trail does not name yet, by their numbers, which tell
	 * nothing of the order of signing.
	 */
	@Query("""
			select i.id from InvitationEntity i
			where i.cycleId = :cycle and i.signedOn is not null and not i.inTrail order by i.id""")
	List<Long> unentered(long cycle, Limit limit);

	/** The next of a cycle by their numbers. */
	@Query("select i.id from InvitationEntity i where i.cycleId = :cycle and i.id > :after order by i.id")
	List<Long> following(long cycle, long after, Limit limit);

	/** Somebody who was invited in a channel. */
	record Person(String channel, String organisation, String name) {
	}

}
