package rival;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An agency that one may rate. */
@Entity
@Table(name = "rival_unit")
class RivalUnit {

	@Id
	private String code = "";

	private String name = "";

	protected RivalUnit() {
	}

	public String getCode() {
		return this.code;
	}

	public String getName() {
		return this.name;
	}

}
