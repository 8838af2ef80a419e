"""Second Source: does this claim have a second source, or just a second copy?"""
