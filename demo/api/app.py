from flask import Flask

from api.carriers import carriers
from api.imports import imports
from api.reports import reports

app = Flask(__name__)
app.register_blueprint(carriers, url_prefix="/carriers")
app.register_blueprint(imports, url_prefix="/imports")
app.register_blueprint(reports, url_prefix="/reports")


@app.get("/health")
def health():
    return {"ok": True}
