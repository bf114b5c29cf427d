"""Answers the bench: one JSON network on the first line, then one `library work` per line, each answered by milliseconds of processor time and as the clock runs."""

import json
import os
import sys
import time
import warnings

# One thread each, as what they are compared with.
os.environ["RAYON_NUM_THREADS"] = "1"
warnings.filterwarnings("ignore")


def igraph_calls(n, edges, strengths):
    import igraph

    graph = igraph.Graph(n=n, edges=edges)
    arcs = igraph.Graph(n=n, edges=edges, directed=True)
    lengths = [1 / strength for strength in strengths]
    return f"igraph {igraph.__version__}", {
        "betweenness": graph.betweenness,
        "closeness": graph.closeness,
        "harmonic": graph.harmonic_centrality,
        "constraint": graph.constraint,
        "clustering": graph.transitivity_local_undirected,
        "pagerank": graph.pagerank,
        "eigenvector": graph.eigenvector_centrality,
        "cores": graph.coreness,
        "communities": lambda: graph.community_leiden("modularity", n_iterations=2),
        "edge betweenness": graph.edge_betweenness,
        "weighted betweenness": lambda: graph.betweenness(weights=lengths),
        "directed betweenness": arcs.betweenness,
        "a million swaps": lambda: graph.copy().rewire(n=1_000_000),
    }


def networkit_calls(n, edges, strengths):
    import importlib.metadata

    import networkit

    networkit.setNumberOfThreads(1)
    graph = networkit.Graph(n)
    for u, v in edges:
        graph.addEdge(u, v)
    graph.indexEdges()
    central = networkit.centrality
    variant = central.ClosenessVariant.GENERALIZED
    return f"NetworKit {importlib.metadata.version('networkit')}", {
        "betweenness": lambda: central.Betweenness(graph).run(),
        "closeness": lambda: central.Closeness(graph, True, variant).run(),
        "harmonic": lambda: central.HarmonicCloseness(graph, True).run(),
        "clustering": lambda: central.LocalClusteringCoefficient(graph, True).run(),
        "pagerank": lambda: central.PageRank(graph, 0.85, 1e-12).run(),
        "eigenvector": lambda: central.EigenvectorCentrality(graph, 1e-9).run(),
        "cores": lambda: central.CoreDecomposition(graph).run(),
        "communities": lambda: networkit.community.ParallelLeiden(graph, iterations=2).run(),
        "edge betweenness": lambda: central.Betweenness(graph, computeEdgeCentrality=True).run(),
    }


def rustworkx_calls(n, edges, strengths):
    import importlib.metadata

    import rustworkx

    graph = rustworkx.PyGraph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from_no_data([tuple(edge) for edge in edges])
    return f"rustworkx {importlib.metadata.version('rustworkx')}", {
        "betweenness": lambda: rustworkx.graph_betweenness_centrality(graph),
        "closeness": lambda: rustworkx.graph_closeness_centrality(graph),
        "edge betweenness": lambda: rustworkx.graph_edge_betweenness_centrality(graph),
        "eigenvector": lambda: rustworkx.graph_eigenvector_centrality(graph, max_iter=10_000, tol=1e-9),
        "cores": lambda: rustworkx.core_number(graph),
    }


def networkx_calls(n, edges, strengths):
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_edges_from(edges)
    return f"NetworkX {networkx.__version__}", {
        "betweenness": lambda: networkx.betweenness_centrality(graph),
        "closeness": lambda: networkx.closeness_centrality(graph),
        "harmonic": lambda: networkx.harmonic_centrality(graph),
        "constraint": lambda: networkx.constraint(graph),
        "clustering": lambda: networkx.clustering(graph),
        "pagerank": lambda: networkx.pagerank(graph),
        "eigenvector": lambda: networkx.eigenvector_centrality(graph, max_iter=1000),
        "cores": lambda: networkx.core_number(graph),
        "communities": lambda: networkx.community.louvain_communities(graph, seed=1),
    }


LIBRARIES = {
    "igraph": igraph_calls,
    "networkit": networkit_calls,
    "rustworkx": rustworkx_calls,
    "networkx": networkx_calls,
}


def answer(line):
    print(json.dumps(line), flush=True)


def main():
    network = json.loads(sys.stdin.readline())
    calls = {}
    names = {}
    for key in network["libraries"]:
        try:
            names[key], calls[key] = LIBRARIES[key](network["nodes"], network["edges"], network["strengths"])
        except ImportError:
            continue
    answer({"names": names, "works": {key: list(works) for key, works in calls.items()}})
    for line in sys.stdin:
        library, work = line.strip().split(" ", 1)
        clock = time.perf_counter()
        start = time.process_time()
        calls[library][work]()
        processor = time.process_time() - start
        answer({"processor": processor * 1000, "clock": (time.perf_counter() - clock) * 1000})


main()
