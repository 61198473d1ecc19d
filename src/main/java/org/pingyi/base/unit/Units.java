package org.pingyi.base.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.pingyi.base.web.Refusal;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of agencies under appraisal and of the groups they are ranked in. */
@Service
public class Units {

	private static final String OWN = "UNIT_";

	private final UnitRepository units;

	private final Registrations registrations;

	private final UnitGroups groups;

	private final MembershipRepository memberships;

	private final SuggestedServices suggested;

	private final Clock clock;

	Units(UnitRepository units, Registrations registrations, UnitGroups groups, MembershipRepository memberships,
			SuggestedServices suggested, Clock clock) {
		this.units = units;
		this.registrations = registrations;
		this.groups = groups;
		this.memberships = memberships;
		this.suggested = suggested;
		this.clock = clock;
	}

	/** Every unit that is not closed, by group and then by name in pinyin. */
	@Transactional(readOnly = true)
	public List<Unit> all() {
		return this.units.findOpen(today()).stream().map(this::unit).toList();
	}

	/** Whether there is a unit that is not closed. */
	@Transactional(readOnly = true)
	public boolean any() {
		return this.units.existsOpen(today());
	}

	/** The groups in their order. */
	@Transactional(readOnly = true)
	public List<UnitGroup> groups() {
		return this.groups.all();
	}

	/** The unit of a code, closed or not. */
	@Transactional(readOnly = true)
	public Optional<Unit> byCode(String code) {
		return this.units.findRowByCode(code, today()).map(this::unit);
	}

	/** The unit of a number, closed or not. */
	@Transactional(readOnly = true)
	public Optional<Unit> byId(long id) {
		return this.units.findRowById(id, today()).map(this::unit);
	}

	/**
	 * The unit that the signed-in liaison speaks for, by the authority
	 * {@code UNIT_<code>}.
	 * @throws AccessDeniedException for anybody else
	 */
	@Transactional(readOnly = true)
	public Unit own() {
		Authentication person = SecurityContextHolder.getContext().getAuthentication();
		if (person == null) {
			throw new AccessDeniedException("nobody is signed in");
		}
		return person.getAuthorities()
			.stream()
			.map(GrantedAuthority::getAuthority)
			.filter((authority) -> authority != null && authority.startsWith(OWN))
			.flatMap((authority) -> byCode(authority.substring(OWN.length())).stream())
			.findFirst()
			.orElseThrow(() -> new AccessDeniedException("speaks for no unit"));
	}

	/** A page of the units that fit, by group and then by name in pinyin. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public Page<Unit> search(UnitQuery query, Pageable page) {
		Pageable inOrder = PageRequest.of(page.getPageNumber(), page.getPageSize());
		return this.units.search(query, today(), inOrder).map(this::unit);
	}

	/**
	 * A unit with where it belonged and when.
	 * @throws Refusal 404 {@code unit.unknown}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional(readOnly = true)
	public UnitHistory history(String code) {
		UnitRow row = this.units.findRowByCode(code, today()).orElseThrow(() -> unknown(code));
		return new UnitHistory(unit(row), this.memberships.findMemberships(row.getId()), row.getClosedOn());
	}

	/**
	 * Registers an agency.
	 * @return its number
	 * @throws Refusal 409 {@code unit.codeTaken} or {@code unit.nameTaken}, 422 when a
	 * value does not fit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public long register(NewUnit unit) {
		return this.registrations.add(unit);
	}

	/**
	 * Changes the names, services and traits of an agency.
	 * @throws Refusal 404, 409 {@code unit.nameTaken}, 422 when a value does not fit
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void change(String code, UnitChange change) {
		this.registrations.change(code, change);
	}

	/**
	 * Closes an agency: from this day on it no longer exists, nor belongs to a group.
	 * @throws Refusal 409 when it is closed already or joined its group later
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void close(String code, LocalDate day) {
		this.registrations.close(code, day);
	}

	/**
	 * Moves an agency to another group from a day on; on the very day of its last move
	 * this puts that move right.
	 * @throws Refusal 409 when it is closed, or moved later than that already
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void move(String code, String group, LocalDate from) {
		this.registrations.move(code, group, from);
	}

	/**
	 * Adds a group at the end of the list.
	 * @return its number
	 * @throws Refusal 409 {@code unit.groupTaken}
	 */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public long addGroup(String code, String name) {
		return this.groups.add(code, name);
	}

	/** Gives a group another name; its code stays. */
	@PreAuthorize("hasRole('OFFICE')")
	@Transactional
	public void renameGroup(String code, String name) {
		this.groups.rename(code, name);
	}

	private static Refusal unknown(String code) {
		return Refusal.notFound("unit.unknown", code);
	}

	private Unit unit(UnitRow row) {
		return row.unit(this.suggested);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
