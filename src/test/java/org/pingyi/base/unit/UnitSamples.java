package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.pingyi.As;
import org.pingyi.Samples;

/** The stock agencies of the sample city, registered through the front door. */
@Samples
public class UnitSamples {

	private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

	private final Units units;

	UnitSamples(Units units) {
		this.units = units;
	}

	/** The five groups and the five stock agencies; they are registered once per test. */
	public List<Unit> city() {
		return As.office(() -> {
			groups();
			stock("SWJ", "市水务局", "水务局", "WIN", Trait.WINDOW);
			stock("SWSWJ", "市税务局", "税务局", "VER", Trait.WINDOW, Trait.VERTICAL);
			stock("JYJ", "市教育局", "教育局", "ADM", Trait.AWARDS);
			stock("GAJ", "市公安局", "公安局", "WIN", Trait.WINDOW, Trait.AWARDS);
			stock("ZZB", "市委组织部", "组织部", "PTY");
			return this.units.all();
		});
	}

	/** Window departments, a group with others than the Tax Hall in it. */
	public UnitGroup windowGroup() {
		city();
		return this.units.groups().getFirst();
	}

	/** The Water Bureau: serves at windows. */
	public Unit waterBureau() {
		return unit("SWJ");
	}

	/** The Tax Hall: serves at windows, managed from above. */
	public Unit taxOffice() {
		return unit("SWSWJ");
	}

	/** The Education Bureau: no windows, its superiors give awards. */
	public Unit educationBureau() {
		return unit("JYJ");
	}

	/** The Police Bureau: serves at windows, its superiors give awards. */
	public Unit policeBureau() {
		return unit("GAJ");
	}

	/** The Organisation Department: a party department without windows. */
	public Unit organisationDepartment() {
		return unit("ZZB");
	}

	/** Registers a further agency. */
	public Unit registered(String code, String name, String group, Trait... traits) {
		city();
		return As.office(() -> {
			stock(code, name, name.replace("市", ""), group, traits);
			return this.units.byCode(code).orElseThrow();
		});
	}

	/** So many further agencies, which serve at windows or do not. */
	public void registered(int number, String prefix, Trait... traits) {
		city();
		As.office(() -> {
			for (int unit = 1; unit <= number; unit++) {
				stock(prefix + unit, "单位" + prefix + unit, prefix + unit, "ADM", traits);
			}
			return number;
		});
	}

	/** So many further agencies, spread over all groups. */
	public void spread(int number, String prefix) {
		city();
		As.office(() -> {
			List<UnitGroup> groups = this.units.groups();
			for (int unit = 1; unit <= number; unit++) {
				stock(prefix + unit, "单位" + prefix + unit, prefix + unit, groups.get(unit % groups.size()).code(),
						Trait.WINDOW);
			}
			return number;
		});
	}

	private void groups() {
		if (this.units.groups().isEmpty()) {
			this.units.addGroup("WIN", "窗口服务部门");
			this.units.addGroup("ADM", "综合管理部门");
			this.units.addGroup("PTY", "党群部门");
			this.units.addGroup("LAW", "执法监管部门");
			this.units.addGroup("VER", "垂直管理单位");
		}
	}

	private void stock(String code, String name, String shortName, String group, Trait... traits) {
		if (this.units.byCode(code).isEmpty()) {
			this.units.register(new NewUnit(code, name, shortName, group, "", Set.of(traits), FROM));
		}
	}

	/** An agency by its code. */
	public Unit byCode(String code) {
		return unit(code);
	}

	private Unit unit(String code) {
		city();
		return this.units.byCode(code).orElseThrow();
	}

}
