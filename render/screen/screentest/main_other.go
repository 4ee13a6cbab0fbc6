//go:build !js

package main

import "log"

func main() { log.Fatal("screentest runs in a browser; its test builds it and starts one") }
