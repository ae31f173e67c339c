"""Ways of a page on its grid: what is drawn and what is reckoned with are the same."""

import pytest
from hypothesis import given, settings

from sopbatch.layout.columns import TEXT_SIZE, table_for
from sopbatch.layout.compose import compose, line_of
from sopbatch.layout.grid import RoutingGrid
from sopbatch.layout.route import ORDERS, route
from sopbatch.layout.scene import Scene
from sopbatch.layout.sizes import SymbolSizes
from sopbatch.layout.turns import edges_of
from sopbatch.model import PAPERS, Procedure
from tests.layout.procedures import procedures


@pytest.mark.parametrize("order", range(len(ORDERS)))
@settings(max_examples=5)
@given(procedure=procedures(5, 10, ("wild", "rows")))
def test_the_grid_holds_the_paths_that_were_kept_and_no_other(procedure: Procedure, order: int):
    scene, grid = _page(procedure)
    routing = route(scene, grid, order)
    fresh = _page(procedure)[1]
    for path in routing.paths:
        fresh.add(path, scene.ways[path.way].net)
    assert (grid.arms, grid.ports) == (fresh.arms, fresh.ports)


@pytest.mark.parametrize("order", range(len(ORDERS)))
@settings(max_examples=5)
@given(procedure=procedures(5, 10, ("wild", "rows")))
def test_a_path_leads_from_its_source_to_its_goal_or_to_a_line_that_does(
    procedure: Procedure, order: int
):
    scene, grid = _page(procedure)
    routing = route(scene, grid, order)
    for path in routing.paths:
        way = scene.ways[path.way]
        assert grid.cells[path.nodes[0]] in way.sources
        if path.merges:
            assert any(
                path.nodes[-1] in other.nodes
                for other in routing.paths
                if other is not path and scene.ways[other.way].net == way.net
            )
        else:
            assert grid.cells[path.nodes[-1]] in way.goals


def _page(procedure: Procedure) -> tuple[Scene, RoutingGrid]:
    """All steps on one page, and the grid with its symbols alone."""
    table = table_for(procedure, PAPERS["F4"])
    steps = enumerate(procedure.steps, start=1)
    lines = [line_of(step, number, table, TEXT_SIZE) for number, step in steps]
    scene, _ = compose(procedure, lines, edges_of(procedure), 1, len(lines))
    sizes = SymbolSizes(table.lane_width)
    grid = RoutingGrid(scene.lanes, len(scene.lines), sizes.gutter_room, sizes.edge_room)
    grid.place(scene)
    return scene, grid
