package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The units; lists are in SQL, because names are sorted by pinyin. */
interface UnitRepository extends JpaRepository<UnitEntity, Long> {

	String ROWS = """
			select u.id, u.code, u.name, u.short_name, u.services, u.closed_on, g.code as group_code, g.name as group_name,
				m.from_day, array_to_string(array(select t.trait from unit_trait t where t.unit_id = u.id), ' ') as traits
			from unit_unit u
			left join unit_membership m on m.unit_id = u.id
				and daterange(m.from_day, m.until_day) @> cast(:today as date)
			left join unit_group g on g.id = m.group_id
			""";

	String MATCHES = """
			where (u.closed_on is null or u.closed_on > :today) <> :#{#query.closed()}
			and (:#{#query.group()} = '' or g.code = :#{#query.group()})
			and (:#{#query.text()} = '' or position(lower(:#{#query.text()}) in lower(u.name)) > 0
				or position(lower(:#{#query.text()}) in lower(u.short_name)) > 0
				or position(lower(:#{#query.text()}) in lower(u.code)) > 0)
			""";

	/** Names in the order of their pinyin. */
	String ORDER = " order by g.position nulls last, u.name collate \"zh-x-icu\", u.code";

	/** The units that fit, by group and name; the page is not to be sorted otherwise. */
	@Query(nativeQuery = true, value = ROWS + MATCHES + ORDER,
			countQuery = "select count(*) from (" + ROWS + MATCHES + ") found")
	Page<UnitRow> search(UnitQuery query, LocalDate today, Pageable page);

	@Query(nativeQuery = true, value = ROWS + "where u.closed_on is null or u.closed_on > :today" + ORDER)
	List<UnitRow> findOpen(LocalDate today);

	@Query("select count(u) > 0 from UnitEntity u where u.closedOn is null or u.closedOn > :today")
	boolean existsOpen(LocalDate today);

	@Query(nativeQuery = true, value = ROWS + "where u.code = :code")
	Optional<UnitRow> findRowByCode(String code, LocalDate today);

	@Query(nativeQuery = true, value = ROWS + "where u.id = :id")
	Optional<UnitRow> findRowById(long id, LocalDate today);

	/** Makes other changes of the unit wait until this transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select u from UnitEntity u where u.code = :code")
	Optional<UnitEntity> lockByCode(String code);

	boolean existsByCode(String code);

	/** Every code that is taken, by closed units too. */
	@Query("select u.code from UnitEntity u")
	Set<String> findCodes();

	/** Every name that is taken, by closed units too. */
	@Query("select u.name from UnitEntity u")
	Set<String> findNames();

	/** Its number, or empty when the code or the name is taken. */
	@Query(nativeQuery = true, value = """
			insert into unit_unit (code, name, short_name, services)
			values (:#{#unit.code()}, :#{#unit.name()}, :#{#unit.shortName()}, nullif(:services, ''))
			on conflict do nothing returning id
			""")
	Optional<Long> insert(NewUnit unit, String services);

	@Modifying
	@Query(nativeQuery = true,
			value = "insert into unit_trait (unit_id, trait) select :unit, unnest(cast(:traits as text[]))")
	void insertTraits(long unit, String[] traits);

}
