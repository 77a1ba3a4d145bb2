from etl import publish, reference, returns, submission
from etl.aliases import Aliases, decoded, encoded, understood
from etl.history import withdraw
from tests.etl.small import HUE, table

SAID = Aliases(units=((63, "Cố đô Huế mộng mơ", HUE),), indicators=(("QD922-2022", "Điểm chung cuộc", "dti"),))


def strange() -> bytes:
    return table({HUE: 0.9}).replace("Thừa Thiên Huế".encode(), "Cố đô Huế mộng mơ".encode())


def read(content, *, said=Aliases()):  # noqa: B008
    return submission.read(content, known=understood(submission.known_now(), said), name="w.csv")


def test_aliases_come_back_from_their_file():
    assert decoded(encoded(SAID)) == SAID
    assert decoded(encoded(Aliases())) == Aliases() and not Aliases()


def test_the_later_meaning_of_a_name_stands():
    later = Aliases(units=((63, "Cố đô Huế mộng mơ", "48"), (34, "Cố đô Huế mộng mơ", "46")))
    assert (SAID + later).units == later.units
    assert (SAID + later).indicators == SAID.indicators


def test_a_name_holds_in_its_own_universe_and_only_where_its_meaning_exists():
    known = understood(reference.load(), Aliases(units=((63, "Xứ Z", "26"), (34, "Xứ Z", "26"))))
    rows = known.aliases[known.aliases["alias"] == "Xứ Z"]
    assert list(rows["universe"]) == [63]  # 26 is Vĩnh Phúc, one of the 63 only


def test_names_said_are_published_remembered_and_withdrawn(own_store):
    assert [problem.rule for problem in read(strange()).problems if problem.severity == "error"]
    mended = read(strange(), said=SAID)
    assert mended.publishable and list(mended.rows["province_code"]) == [HUE]
    done = publish.publish(mended, strange(), by="An", accept_warnings=True, said_names=SAID)
    assert returns.said_names(returns.in_force()) == SAID
    assert list(read(strange()).rows["province_code"]) == [HUE]
    withdraw(done.event.id, by="An")
    assert read(strange()).rows.empty
