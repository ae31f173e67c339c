"""The usual text of a Maklumat Pelayanan, with the three elements of PermenPAN-RB 15/2014."""

USUAL_PLEDGE = (
    "Dengan ini, kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar "
    "pelayanan yang telah ditetapkan. Kami memberikan pelayanan sesuai dengan kewajiban dan "
    "melakukan perbaikan secara terus-menerus. Apabila tidak menepati janji ini, kami siap "
    "menerima sanksi dan/atau memberikan kompensasi sesuai dengan peraturan perundang-undangan."
)
"""Promise and ability; duty and improvement; sanction or compensation."""
