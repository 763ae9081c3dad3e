import { testProperties } from './test-properties.ts'

testProperties(3)
