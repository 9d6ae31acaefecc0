import csv
import io

import yaml
from flask import Blueprint, jsonify, request

imports = Blueprint("imports", __name__)


@imports.post("/shelves")
def shelves():
    layout = yaml.load(request.data, Loader=yaml.Loader)
    return jsonify(shelves=len(layout["shelves"]))


@imports.post("/parcels")
def parcels():
    rows = csv.DictReader(io.StringIO(request.get_data(as_text=True)))
    return jsonify(parcels=[row["id"] for row in rows])
