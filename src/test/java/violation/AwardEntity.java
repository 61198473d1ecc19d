package violation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class AwardEntity {

	@Id
	private long id;

	public long id() {
		return this.id;
	}

}
